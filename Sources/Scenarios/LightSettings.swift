import Groundwork
import Signs

extension Scenario {
  /// The light that the sign is photographed in, and what stands behind it.
  package struct LightSettings: Sendable, Equatable {
    /// What throws a shadow on the sign.
    package enum Shadow: String, Sendable, CaseIterable {
      case none
      /// A house or another sign: half of the face is in the shade.
      case edge
      case pole
      case leaves
    }

    /// The car's lamps.
    package enum Headlamps: String, Sendable, CaseIterable {
      case off
      case lowBeam = "low-beam"
    }

    package var daylight = Daylight()
    package var shadow = Shadow.none
    package var headlamps = Headlamps.lowBeam
    /// How far one sees, in metres; nil for clear air.
    package var visibility: Double?
    /// What stands some metres behind the sign; nil lets the seed choose.
    package var backdrop: Roadside.Backdrop?

    package init() {}

    package var fog: Fog? { visibility.map(Fog.init) }
  }

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
