import Scenarios
import Driving
import Signs

/// Weather and light that a scenario may set, by name: one of each kind that the renderer knows.
package struct RoadConditions: Sendable {
  /// As a sheet has it: `night, rain`.
  package let name: String
  private let change: @Sendable (inout Scenario) -> Void

  private init(_ name: String, _ change: @escaping @Sendable (inout Scenario) -> Void) {
    self.name = name
    self.change = change
  }

  /// A scenario under these conditions: what it says of weather and light is replaced, all else stays.
  package func applied(to scenario: Scenario) -> Scenario {
    var changed = scenario
    changed.light = Scenario.LightSettings()
    changed.light.backdrop = scenario.light.backdrop
    changed.weather = Scenario.WeatherSettings()
    change(&changed)
    return changed
  }

  /// All, from fair to foul.
  package static let all = [
    RoadConditions("clear sky") { $0.light.daylight.sky = .clear },
    RoadConditions("partly cloudy") { $0.light.daylight.sky = .partlyCloudy },
    RoadConditions("overcast") { $0.light.daylight.sky = .overcast },
    RoadConditions("sign in the shade") {
      $0.light.daylight.sky = .clear
      $0.light.daylight.sunOnSign = 0
    },
    RoadConditions("shadow of an edge") { $0.castShadow(.edge) },
    RoadConditions("shadow of a pole") { $0.castShadow(.pole) },
    RoadConditions("shadow of leaves") { $0.castShadow(.leaves) },
    RoadConditions("low sun ahead") {
      $0.light.daylight = Daylight(sky: .clear, sunElevation: radians(8), sunAzimuth: radians(15))
    },
    RoadConditions("fog, 100 m") {
      $0.light.daylight.sky = .overcast
      $0.light.visibility = 100
    },
    RoadConditions("rain, 10 mm/h") {
      $0.light.daylight.sky = .overcast
      $0.fall(.rain, rate: 10)
    },
    RoadConditions("snow, 2.5 mm/h") {
      $0.light.daylight = Daylight(sky: .overcast, sunElevation: radians(15))
      $0.fall(.snow, rate: 2.5)
    },
    RoadConditions("dusk") { $0.light.daylight.sky = .dusk },
    RoadConditions("night, low beam") { $0.light.daylight.sky = .night },
    RoadConditions("night, rain 10 mm/h") {
      $0.light.daylight.sky = .night
      $0.fall(.rain, rate: 10)
    },
    RoadConditions("night, snow 2.5 mm/h") {
      $0.light.daylight.sky = .night
      $0.fall(.snow, rate: 2.5)
    },
  ]

  private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
}

extension Scenario {
  /// The sun shines past something that throws its shadow on the sign.
  fileprivate mutating func castShadow(_ shadow: LightSettings.Shadow) {
    light.daylight.sky = .clear
    light.shadow = shadow
  }

  fileprivate mutating func fall(_ kind: WeatherSettings.Kind, rate: Double) {
    weather.kind = kind
    weather.rate = rate
  }
}
