import Attacks
import Groundwork
import Settings

extension ScenarioReading {
  /// Reads the attack's section: its method says which other keys there are.
  mutating func readAttack(_ entries: [ScenarioDocument.Entry]) throws(ScenarioError) {
    let section = ScenarioSchema.attack
    if let entry = entries.first(where: { $0.key == "method" }) { try assignMethod(entry) }
    for entry in entries where entry.key != "method" {
      if let key = section.key(named: entry.key) {
        try assign(key, entry, in: section)
        guard key.applies(to: scenario) else {
          throw fault(
            entry.keyLine, "attack.\(entry.key) does nothing, for nothing attacks; remove it, or give attack.method.")
        }
      } else {
        try assignSetting(entry)
      }
    }
    for entry in entries {
      guard let problem = scenario.attack.method?.idleness(of: entry.key) else { continue }
      throw fault(entry.keyLine, "attack.\(entry.key) \(problem.text)")
    }
  }

  private mutating func assignMethod(_ entry: ScenarioDocument.Entry) throws(ScenarioError) {
    lines["attack.method"] = entry.keyLine
    let name = try document.text(of: entry, named: "attack.method")
    do {
      scenario.attack.method = try ScenarioReading.method(named: name)
    } catch {
      throw fault(entry.valueLine, "attack.method \(error.text)")
    }
  }

  /// The method with its defaults; nil for `none`.
  static func method(named name: String) throws(SettingProblem) -> (any AttackMethod)? {
    name == "none" ? nil : try AttackCatalogue.attack(named: name, [])
  }

  private mutating func assignSetting(_ entry: ScenarioDocument.Entry) throws(ScenarioError) {
    guard var method = scenario.attack.method else {
      let homes = AttackCatalogue.homes(ofSetting: entry.key)
      guard homes.isEmpty else {
        throw fault(
          entry.keyLine,
          "attack.\(entry.key) is a setting of \(homes.joined(separator: ", ")), and nothing attacks; "
            + "give attack.method.")
      }
      throw fault(entry.keyLine, ScenarioSchema.unknown(entry.key, in: ScenarioSchema.attack))
    }
    guard method.hasSetting(named: entry.key) else { throw fault(entry.keyLine, strange(entry.key, to: method)) }
    let name = "attack." + entry.key
    lines[name] = entry.keyLine
    let text = try document.text(of: entry, named: name)
    do {
      try method.assign(text, to: entry.key)
    } catch {
      throw fault(entry.valueLine, "attack.\(error.text)")
    }
    scenario.attack.method = method
  }

  /// What is said of a key that neither the section nor the method has.
  private func strange<Method: AttackMethod>(_ key: String, to method: Method) -> String {
    guard AttackCatalogue.homes(ofSetting: key).isEmpty else {
      return "attack." + AttackCatalogue.unknownSetting(key, of: Method.self).text
    }
    return ScenarioSchema.unknown(key, in: ScenarioSchema.attack, also: Method.settings.map(\.name))
  }
}

extension AttackMethod {
  fileprivate func hasSetting(named name: String) -> Bool { Self.setting(named: name) != nil }
}
