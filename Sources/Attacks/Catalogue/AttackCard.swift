/// What the catalogue says of a method.
package struct AttackCard: Sendable {
  /// As the command line, files and records have it: `pgd`.
  package let name: String
  /// As the literature has it: `PGD`.
  package let title: String
  /// What it does, a sentence.
  package let summary: String
  /// Where it is published; nil for what is no published attack.
  package let paper: String?
  /// In which norm its perturbations are small, and so what its control has in common with it.
  package let norm: PerturbationNorm

  package init(_ name: String, title: String, _ summary: String, paper: String?, norm: PerturbationNorm) {
    self.name = name
    self.title = title
    self.summary = summary
    self.paper = paper
    self.norm = norm
  }
}
