import Settings
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
}

extension Scenario.LightSettings: Configurable {
  package static let settings: [Setting<Self>] = [
    .choice(
      "sky", \.daylight.sky,
      "what the sky is like; at dusk the sun is 3 degrees down, by night a town's glow is left", source: "IES RP-21-84"
    ),
    .quantity(
      "sun_elevation", \.daylight.sunElevation, .angle, in: .degrees, 5...90,
      "how high the sun stands above the horizon"
    ).when("a sky of the day") { $0.daylight.isDay },
    .quantity(
      "sun_azimuth", \.daylight.sunAzimuth, .angle, in: .degrees, -180...180,
      "where the sun stands, from the driving direction to the right; 0: ahead, so that the sign is against the light"
    ).when("a sky that the sun shines from") { $0.daylight.isSunny },
    .share(
      "sun_on_sign", \.daylight.sunOnSign, 0...100,
      "how much of the direct sun reaches the sign; 0 %: it is in the shade"
    ).when("a sky that the sun shines from") { $0.daylight.isSunny },
    .choice("shadow", \.shadow, "what throws a shadow across the sign").when("a sky that the sun shines from") {
      $0.daylight.isSunny
    },
    .choice("headlamps", \.headlamps, "the car's lamps: they light the sign up by night", source: "ECE R112, zone III"),
    .quantity(
      "visibility", \.visibility, or: "clear", QuantityRange(.length, in: .meters, 20...100_000), example: 300,
      "how far one sees in fog or haze", source: "WMO, meteorological optical range"),
    .choice("backdrop", \.backdrop, or: "any", "what stands behind the sign; `any`: the seed chooses"),
  ]
}

extension Daylight {
  /// The sun is above the horizon, behind clouds or not.
  fileprivate var isDay: Bool { sky != .dusk && sky != .night }

  /// The sun throws shadows.
  fileprivate var isSunny: Bool { sunIlluminance > 0 }
}
