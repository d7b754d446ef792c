import Groundwork
import Settings

/// The defences that can be asked for by name.
package enum DefenseCatalogue {
  /// One line a defence, in the order of the reference.
  package static let all: [any DefenseMethod.Type] = [
    Rejection.self
  ]

  /// The defence that a text such as `rejection(threshold=0.9)` means; what it leaves out has its default.
  /// - Throws: a sentence that continues after the name of what the text was given for.
  package static func defense(_ text: String) throws(SettingProblem) -> any DefenseMethod {
    let call = try SettingCall(text)
    guard let method = all.first(where: { $0.card.name == call.name }) else {
      let names = all.map { $0.card.name }
      let remedy = Spelling.nearest(to: call.name, among: names).map { "did you mean '\($0)'?" }
      throw SettingProblem(
        "is '\(text)', which is no defence; " + (remedy ?? "there are \(names.joined(separator: ", "))."))
    }
    do {
      return try method.init(reading: call.entries.map { ($0.name, $0.text) })
    } catch {
      throw SettingProblem("is '\(text)': \(call.name) \(error.text)")
    }
  }
}
