import Networks
import Signs

/// A trained network that another one learns from.
package struct Teacher: Sendable {
  let member: Teachers.Member
  /// Its file's name.
  package let name: String
  private let card: ModelCard
  /// Its file's name and digest and the command that made it, and the same of its own teachers, for the student's card.
  let description: String

  /// - Parameter path: a model file.
  /// - Throws: `FileFault` or `ModelFileError` when the file cannot be used.
  package init(reading path: String) throws {
    let model = try ModelFile.read(path)
    name = path.split(separator: "/").last.map(String.init) ?? path
    card = model.card
    let digest = String(model.sha256.prefix(8))
    member = Teachers.Member(model.network, identity: "\(name) (\(digest))")
    let command = model.card.command ?? "made by an unknown command"
    let teachers = model.card.teachers.map { "; its teacher \($0)" }
    description = "\(name) (\(digest)): \(command)" + teachers.joined()
  }

  /// Whether its card says that it has learnt from photographs by which its student would be judged: what it knows of
  /// them it hands on, and the student's accuracy claims too much.
  package func hasSeen(heldOutOf photographs: GTSRBDataSet, for plan: TrainingPlan) -> Bool {
    guard let own = TrackSplit(of: photographs, as: card) else { return false }
    let judges = TrackSplit(of: photographs, holdingOut: plan.heldOut, seed: plan.splitSeed).heldOut
    return !Set(judges).isSubset(of: own.heldOut)
  }
}
