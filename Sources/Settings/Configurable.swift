/// Something whose settings are declared once; what `init()` holds are the defaults.
///
///     struct Lens: Configurable {
///       var blur = 0.5
///       static let settings: [Setting<Self>] = [
///         .quantity("blur", \.blur, .pixels, in: .pixels, 0...20, "how wide the spot is that a point makes")
///       ]
///     }
package protocol Configurable: Sendable {
  init()
  /// In the order in which files, records and the reference have them; no two of one name.
  static var settings: [Setting<Self>] { get }
}

extension Configurable {
  package static func setting(named name: String) -> Setting<Self>? { settings.first { $0.name == name } }

  /// The settings that do something, with their values.
  package var recorded: [(name: String, value: SettingValue)] {
    Self.settings.filter { $0.applies(to: self) }.map { ($0.name, $0.value(self)) }
  }

  /// The settings that do something, each as a file would have it.
  package var texts: [(name: String, text: String)] {
    Self.settings.filter { $0.applies(to: self) }.map { ($0.name, $0.text(self)) }
  }
}
