import Settings

/// An attack of the catalogue: its card and its settings are all that the command line, scenario files, records and the
/// reference are made from.
package protocol AttackMethod: Attack, Configurable {
  static var card: AttackCard { get }
}

extension AttackMethod {
  package var name: String { Self.card.name }
  package var norm: PerturbationNorm { Self.card.norm }

  /// The attack on one line, with every setting that does something: `pgd(epsilon=8/255, steps=40, ...)`. The catalogue
  /// reads it back.
  package var call: String {
    SettingCall(name: name, entries: texts.map { SettingCall.Entry(name: $0.name, text: $0.text) }).description
  }

  /// The attack on one line, with the settings that differ from their defaults: `pgd(epsilon=4/255)`.
  package var briefCall: String {
    let usual = Self()
    let entries = Self.settings.filter { $0.text(self) != $0.text(usual) }
    return SettingCall(
      name: name, entries: entries.map { SettingCall.Entry(name: $0.name, text: $0.text(self)) }
    ).description
  }

  /// Reads a setting and puts it in its place.
  /// - Throws: a sentence that begins with the setting's name.
  package mutating func assign(_ text: String, to name: String) throws(SettingProblem) {
    guard let setting = Self.setting(named: name) else { throw AttackCatalogue.unknownSetting(name, of: Self.self) }
    do {
      try setting.assign(text, &self)
    } catch {
      throw SettingProblem("\(name) \(error.text)")
    }
  }

  /// The least that the attacker has to know: `decisions`, `scores` or `gradients`.
  package static var knowledge: String { Known.word }
}
