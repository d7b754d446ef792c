import Attacks
import Settings

extension ScenarioSchema {
  /// What every attack has; the rest is the method's own.
  static let attack = ScenarioSection(
    "attack",
    "What is done to the pictures that the network gets. `method` says which other keys there are: below, a table a "
      + "method.",
    keys: [
      .custom(
        "method", \.attack.method, form: "one of none, " + AttackCatalogue.names.joined(separator: ", "),
        "how the perturbation is made; `none` drives clean",
        read: { (text) throws(SettingProblem) in try ScenarioReading.method(named: text) },
        write: { $0?.name ?? "none" }),
      .choice("surface", \.attack.surface, "where it is put; `camera`: on the crop the network gets, anew each frame")
        .when("an attack") { $0.attack.method != nil },
      .custom(
        "goal", \.attack.aim, form: "a class, or `away`", "what is to be read; `away`: anything but the sign",
        read: Scenario.AttackSettings.Aim.init(scenario:), write: \.scenarioText
      ).when("an attack") { $0.attack.method != nil },
    ], others: { $0.attack.method?.texts ?? [] })

  /// Markdown: a table of settings for each method.
  static var attackMethods: String {
    func table<Method: AttackMethod>(_ method: Method.Type) -> String {
      "#### method: \(Method.card.name)\n\n\(Method.card.summary)\n\n" + Method.reference
    }
    return AttackCatalogue.all.map { table($0) }.joined(separator: "\n")
  }
}
