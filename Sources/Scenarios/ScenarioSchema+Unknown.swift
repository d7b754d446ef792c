import Groundwork

// What is said of keys that there are not.

extension ScenarioSchema {
  static func unknown(_ key: String) -> String {
    let names = Scenario.settings.map(\.name) + [ScenarioChain.key] + sections.map(\.name)
    if let home = home(of: key) { return "unknown key '\(key)' outside all sections; it belongs in \(home)." }
    if let nearest = Spelling.nearest(to: key, among: names) {
      return "unknown key '\(key)'; did you mean '\(nearest)'?"
    }
    return "unknown key '\(key)'; the keys here are \(names.joined(separator: ", "))."
  }

  /// - Parameter others: keys that the section has in this scenario beside those it always has.
  static func unknown(_ key: String, in section: ScenarioSection, also others: [String] = []) -> String {
    let names = section.keys.map(\.name) + others
    let lead = "unknown key '\(key)' in \(section.name)"
    if let home = home(of: key) { return "\(lead); it belongs in \(home)." }
    if let nearest = Spelling.nearest(to: key, among: names) { return "\(lead); did you mean '\(nearest)'?" }
    return "\(lead); its keys are \(names.joined(separator: ", "))."
  }

  /// The section that has a key of this name.
  private static func home(of key: String) -> String? {
    sections.first { $0.key(named: key) != nil }?.name
  }
}
