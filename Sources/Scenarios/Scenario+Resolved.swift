extension Scenario {
  /// Every key that does something, defaults too, with its value as a file would have it, unit included.
  ///
  /// By section; the keys that stand at the top of a file are under `scenario`.
  package var resolved: [String: [String: String]] {
    let sections = ScenarioSchema.sections.map { ($0.name, $0.texts(in: self)) } + [("scenario", texts)]
    return Dictionary(
      uniqueKeysWithValues: sections.map { name, texts in
        (name, Dictionary(uniqueKeysWithValues: texts.map { ($0.name, $0.text) }))
      })
  }
}
