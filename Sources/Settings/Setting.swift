/// One setting of `Root`: a key of files, an option of the command line, an entry of records, a row of the reference.
///
/// The default is what `Root()` holds at the setting's place, so it is stated once.
package struct Setting<Root: Sendable>: Sendable {
  /// In snake case, as files and records have it; the command line writes hyphens.
  package let name: String
  /// How a value is written, for the reference: "speed, 1 to 250 km/h".
  package let form: String
  /// What is set, a phrase for the reference.
  package let meaning: String
  /// Where the default comes from, if it is not our own choice.
  package let source: String?
  /// The value in `Root`, as a file would have it.
  package let text: @Sendable (Root) -> String
  /// The value in `Root`, as records keep it, in SI units.
  package let value: @Sendable (Root) -> SettingValue
  /// Reads a value and puts it in its place.
  package let assign: @Sendable (_ text: String, _ root: inout Root) throws(SettingProblem) -> Void
  /// When the setting does something: always where nil.
  package private(set) var condition: Condition?

  /// What must hold of the other settings for one of them to do something.
  package struct Condition: Sendable {
    /// A phrase that continues "it is for": "norm linf".
    package let phrase: String
    package let holds: @Sendable (Root) -> Bool
  }

  package init(
    name: String, form: String, meaning: String, source: String?, text: @escaping @Sendable (Root) -> String,
    value: @escaping @Sendable (Root) -> SettingValue,
    assign: @escaping @Sendable (_ text: String, _ root: inout Root) throws(SettingProblem) -> Void
  ) {
    self.name = name
    self.form = form
    self.meaning = meaning
    self.source = source
    self.text = text
    self.value = value
    self.assign = assign
  }

  /// The option of the command line: `step_size` is `--step-size`.
  package var option: String { "--" + name.replacing("_", with: "-") }

  /// Whether the setting does something in `root`.
  package func applies(to root: Root) -> Bool { condition?.holds(root) ?? true }

  /// The same setting, which does something only where `holds` is true.
  /// - Parameter phrase: continues "it is for": "norm linf".
  package func when(_ phrase: String, _ holds: @escaping @Sendable (Root) -> Bool) -> Setting {
    var setting = self
    setting.condition = Condition(phrase: phrase, holds: holds)
    return setting
  }

  /// The same setting of something that holds a `Root`: tables of parts are joined and never copied.
  package func at<Outer: Sendable>(_ path: WritableKeyPath<Outer, Root> & Sendable) -> Setting<Outer> {
    let (text, value, assign) = (text, value, assign)
    let setting = Setting<Outer>(
      name: name, form: form, meaning: meaning, source: source, text: { text($0[keyPath: path]) },
      value: { value($0[keyPath: path]) },
      assign: { (new, outer) throws(SettingProblem) in try assign(new, &outer[keyPath: path]) })
    guard let condition else { return setting }
    return setting.when(condition.phrase) { condition.holds($0[keyPath: path]) }
  }
}
