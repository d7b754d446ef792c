import Groundwork
import Settings

extension AttackCatalogue {
  /// The method of a name.
  /// - Throws: a sentence that continues after the name of what the text was given for.
  package static func method(named name: String) throws(SettingProblem) -> any AttackMethod.Type {
    if let method = all.first(where: { $0.card.name == name }) { return method }
    let nearest = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    throw SettingProblem("is '\(name)', which is no attack; " + (nearest ?? "there are \(list(names))."))
  }

  /// An attack written on one line: `pgd`, or `pgd(epsilon=4/255, steps=10)`.
  /// - Throws: a sentence that continues after the name of what the text was given for.
  package static func attack(_ text: String) throws(SettingProblem) -> any AttackMethod {
    let call = try SettingCall(text)
    let method = try method(named: call.name)
    do {
      return try attack(method, with: call.entries.map { ($0.name, $0.text) })
    } catch {
      throw SettingProblem("is '\(text)': \(error.text)")
    }
  }

  /// An attack from its name and its settings, such as a scenario's section has them.
  /// - Throws: a sentence: about the name as `method(named:)`, about a setting beginning with the setting's name.
  package static func attack(
    named name: String, _ entries: [(name: String, text: String)]
  ) throws(SettingProblem) -> any AttackMethod {
    try attack(try method(named: name), with: entries)
  }

  private static func attack<Method: AttackMethod>(
    _ method: Method.Type, with entries: [(name: String, text: String)]
  ) throws(SettingProblem) -> any AttackMethod {
    for entry in entries where Method.setting(named: entry.name) == nil {
      throw unknownSetting(entry.name, of: method)
    }
    return try Method(reading: entries)
  }

  /// What is said of a setting that the method has not: whose it is, or what was meant.
  package static func unknownSetting<Method: AttackMethod>(_ name: String, of method: Method.Type) -> SettingProblem {
    let homes = self.homes(ofSetting: name)
    guard homes.isEmpty else {
      return SettingProblem("\(name) is a setting of \(list(homes)) and not of \(Method.card.name); remove it.")
    }
    let names = Method.settings.map(\.name)
    let nearest = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    let remedy = nearest ?? "there are \(list(names))."
    return SettingProblem("\(name) is no setting of \(Method.card.name); \(remedy)")
  }

  /// The methods that have a setting of this name.
  package static func homes(ofSetting name: String) -> [String] {
    func has<Method: AttackMethod>(_ method: Method.Type) -> Bool { Method.setting(named: name) != nil }
    return all.filter { has($0) }.map { $0.card.name }
  }

  /// Words as a sentence lists them: `fgsm, pgd and noise`.
  private static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
