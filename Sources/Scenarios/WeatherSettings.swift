import Settings
import Signs

extension Scenario {
  /// What falls from the sky.
  package struct WeatherSettings: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
      case dry
      case rain
      case snow
    }

    package var kind = Kind.dry
    /// Millimetres of water an hour.
    package var rate = 5.0

    package init() {}

    package var precipitation: Precipitation? {
      switch kind {
      case .dry: nil
      case .rain: Precipitation(.rain, rate: rate)
      case .snow: Precipitation(.snow, rate: rate)
      }
    }
  }
}

extension Scenario.WeatherSettings: Configurable {
  package static let settings: [Setting<Self>] = [
    .choice("kind", \.kind, "what falls; rain also leaves drops on the glass before the camera"),
    .quantity(
      "rate", \.rate, .precipitation, in: .millimetersPerHour, 0.1...100,
      "how much falls, as water: light rain 2, heavy rain 10, a cloudburst 50; heavy snow 3",
      source: "Atlas 1953; Marshall and Palmer 1948"
    ).when("kind rain or snow") { $0.kind != .dry },
  ]
}
