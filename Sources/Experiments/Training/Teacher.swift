import Networks

/// A trained network that another one learns from.
package struct Teacher: Sendable {
  let member: Teachers.Member
  /// Its file's name and digest and the command that made it, and the same of its own teachers, for the student's card.
  let description: String

  /// - Parameter path: a model file.
  /// - Throws: `FileFault` or `ModelFileError` when the file cannot be used.
  package init(reading path: String) throws {
    let model = try ModelFile.read(path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let digest = String(model.sha256.prefix(8))
    member = Teachers.Member(model.network, identity: "\(name) (\(digest))")
    let command = model.card.command ?? "made by an unknown command"
    let teachers = model.card.teachers.map { "; its teacher \($0)" }
    description = "\(name) (\(digest)): \(command)" + teachers.joined()
  }
}
