import ArgumentParser
import Settings

/// Options of the command line made from a table of settings: ArgumentParser finds them by reflection, as it finds any.
struct SettingsArguments<Root: Configurable>: ParsableArguments, CustomReflectable {
  /// What was given, with the defaults in the place of what was not.
  private(set) var root = Root()
  /// Texts by the settings' names.
  private var given: [String: String] = [:]

  init() {}

  var customMirror: Mirror {
    let start = Root()
    return Mirror(
      self,
      children: Root.settings.map { setting in
        (
          label: "_" + setting.name,
          // Unconditional: what follows the option is its value even if it is a negative number.
          value: Option<String?>(
            name: .customLong(String(setting.option.dropFirst(2))), parsing: .unconditional,
            help: ArgumentHelp(SettingsArguments.help(on: setting, default: setting.text(start)), valueName: "value"))
        )
      })
  }

  private static func help(on setting: Setting<Root>, default value: String) -> String {
    let meaning = setting.meaning.prefix(1).uppercased() + setting.meaning.dropFirst()
    let condition = setting.condition.map { "; for \($0.phrase)" } ?? ""
    return "\(meaning)\(condition): \(setting.form). (default: \(value))"
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for setting in Root.settings {
      given[setting.name] = try container.decode(Option<String?>.self, forKey: Key(setting.name)).wrappedValue
    }
  }

  /// Reads the values: here and not while decoding, so that a fault is told in its own words.
  mutating func validate() throws {
    for setting in Root.settings {
      guard let text = given[setting.name] else { continue }
      do throws(SettingProblem) {
        try setting.assign(text, &root)
      } catch {
        throw ValidationError("\(setting.option) \(error.text)")
      }
    }
    for setting in Root.settings where given[setting.name] != nil {
      guard let problem = root.idleness(of: setting.name) else { continue }
      throw ValidationError("\(setting.option) \(problem.text)")
    }
  }
}
