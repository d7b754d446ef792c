/// A fault in a value, before it is known where the value stands.
package struct SettingProblem: Error, Equatable {
  /// What is wrong and what to do, a sentence that continues after the setting's name: "is '2'; it must be 0 to 1."
  package let text: String

  package init(_ text: String) { self.text = text }
}
