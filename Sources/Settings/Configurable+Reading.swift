import Groundwork

extension Configurable {
  /// The defaults with these values in their place.
  /// - Parameter entries: names as files have them, each with the text of its value.
  /// - Throws: a sentence that begins with the setting's name, for a name that is not known or stands twice, a value
  ///   that cannot be, and a setting that does nothing beside the others.
  package init(reading entries: [(name: String, text: String)]) throws(SettingProblem) {
    self.init()
    for (index, entry) in entries.enumerated() {
      guard let setting = Self.setting(named: entry.name) else { throw Self.unknown(entry.name) }
      guard !entries[..<index].contains(where: { $0.name == entry.name }) else {
        throw SettingProblem("\(entry.name) stands there twice; keep one of the two.")
      }
      do {
        try setting.assign(entry.text, &self)
      } catch {
        throw SettingProblem("\(entry.name) \(error.text)")
      }
    }
    for entry in entries {
      if let problem = idleness(of: entry.name) { throw SettingProblem("\(entry.name) \(problem.text)") }
    }
  }

  /// Why a setting that was given does nothing beside the others; nil where it does something.
  package func idleness(of name: String) -> SettingProblem? {
    guard let setting = Self.setting(named: name), let condition = setting.condition, !condition.holds(self) else {
      return nil
    }
    return SettingProblem("does nothing here, it is for \(condition.phrase); remove it.")
  }

  /// What is said of a name that is no setting's.
  package static func unknown(_ name: String) -> SettingProblem {
    let names = settings.map(\.name)
    if let nearest = Spelling.nearest(to: name, among: names) {
      return SettingProblem("has no setting '\(name)'; did you mean '\(nearest)'?")
    }
    guard !names.isEmpty else { return SettingProblem("has no setting '\(name)', nor any other; remove it.") }
    return SettingProblem("has no setting '\(name)'; there are \(names.joined(separator: ", ")).")
  }
}
