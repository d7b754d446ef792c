import Settings
import Driving
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

extension JerkLimit {
  init(scenario text: String) throws(SettingProblem) {
    if text == "iso15622" {
      self = .iso15622
      return
    }
    let value = try Quantity.jerk.value(of: text, example: "10 m/s3")
    guard (0.5...1000).contains(value) else { throw SettingProblem("is '\(text)'; it must be 0.5 to 1000 m/s3.") }
    self = .constant(value)
  }

  var scenarioText: String { self == .iso15622 ? "iso15622" : "\(decimal(slow)) m/s3" }
}

/// How many readings must agree before a class is believed.
struct Agreement: Sendable, Equatable {
  /// K.
  var agreeing: Int
  /// N.
  var window: Int

  init(agreeing: Int, window: Int) {
    self.agreeing = agreeing
    self.window = window
  }

  init(scenario text: String) throws(SettingProblem) {
    let words = text.split(separator: " ")
    guard words.count == 3, words[1] == "of", let agreeing = Int(words[0]), let window = Int(words[2]) else {
      throw SettingProblem("is '\(text)'; write how many of the last readings must agree, such as '3 of 5'.")
    }
    guard 1...1000 ~= window, 1...window ~= agreeing else {
      throw SettingProblem("is '\(text)'; the first number must be 1 to the second, and that at most 1000.")
    }
    self.init(agreeing: agreeing, window: window)
  }

  var scenarioText: String { "\(agreeing) of \(window)" }
}

extension Perception.Settings {
  var agreement: Agreement {
    get { Agreement(agreeing: agreeing, window: window) }
    set { (agreeing, window) = (newValue.agreeing, newValue.window) }
  }
}

extension SignMemory {
  init(scenario text: String) throws(SettingProblem) {
    if text == "spatial" {
      self = .spatial
      return
    }
    let words = text.split(separator: " ")
    guard words.count == 2, words[1] == "frames" || words[1] == "frame", let frames = Int(words[0]) else {
      throw SettingProblem("is '\(text)'; write 'spatial', or a number of frames such as '40 frames'.")
    }
    guard 0...1_000_000 ~= frames else { throw SettingProblem("is '\(text)'; it must be 0 to 1000000 frames.") }
    self = .frames(frames)
  }

  var scenarioText: String {
    switch self {
    case .spatial: "spatial"
    case .frames(let count): "\(count) frames"
    }
  }
}
