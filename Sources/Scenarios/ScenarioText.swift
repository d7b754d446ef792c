import Settings
import Signs

// How the values that are neither numbers nor single words are written in a scenario file.

extension SignClass {
  init(scenario text: String) throws(SettingProblem) {
    do {
      try self.init(named: text)
    } catch {
      let remedy = error.suggestion.map { "did you mean '\($0.name)'?" } ?? "write a name such as stop, or 0 to 42."
      throw SettingProblem("is '\(text)', which is no class of sign; \(remedy)")
    }
  }
}

extension Scenario.AttackSettings.Aim {
  init(scenario text: String) throws(SettingProblem) {
    self = text == "away" ? .away : .toward(try SignClass(scenario: text))
  }

  var scenarioText: String {
    switch self {
    case .away: "away"
    case .toward(let sign): sign.name
    }
  }
}

extension Scenario.ModelChoice {
  init(scenario text: String) throws(SettingProblem) {
    guard !text.contains("\0") else { throw SettingProblem("holds a zero byte; write a model's name or path.") }
    self = text.hasSuffix(".safetensors") || text.contains("/") ? .file(text) : .shipped(text)
  }

  var scenarioText: String {
    switch self {
    case .shipped(let text), .file(let text): text
    }
  }
}
