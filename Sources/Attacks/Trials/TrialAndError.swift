import Settings

/// Trial and error, knowing decisions only: what adversaries do who know nothing of the network.
///
/// Random changes of growing size are tried until the reader falls for one. From then on random patches are put back
/// towards the clean picture, large ones first, and each trial is kept if the decision still holds: the walk from an
/// adversarial start of the boundary attack (Brendel, Rauber and Bethge, arXiv 1712.04248) with patches instead of
/// Gaussian steps, which leaves whole values unchanged.
///
/// Costs one query a trial; an image that nothing turns is returned as it was.
package struct TrialAndError: DecisionWalkMethod {
  /// How many trials an image gets.
  package var queries = 2000

  package init() {}

  package static let card = AttackCard(
    "trial-and-error", title: "Trial and error",
    "Random changes until one is read as wanted, then as many as possible taken back.",
    paper: "After Brendel, Rauber and Bethge, arXiv 1712.04248", norm: .l0Features)

  package static let settings: [Setting<Self>] = [
    .count("queries", \.queries, 1...10_000_000, "how often the network may be asked about a picture")
  ]

  package var limits: Limits { Limits(queries: queries) }

  package func walk(from start: WalkStart) -> Trials {
    Trials(
      clean: start.levels, frame: PatchFrame(width: start.width, height: start.height), trials: queries,
      stream: start.stream)
  }
}
