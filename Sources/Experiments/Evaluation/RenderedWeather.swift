import Imaging
import Signs

/// Weather that the renderer makes, at five strengths.
package struct RenderedWeather: Sendable {
  /// As tables have it: `fog`.
  package let name: String
  /// Puts the weather into a scene.
  let change: @Sendable (_ scene: inout SignScene, _ severity: Severity) -> Void

  package init(name: String, change: @escaping @Sendable (_ scene: inout SignScene, _ severity: Severity) -> Void) {
    self.name = name
    self.change = change
  }

  /// All kinds, in the order of their rows.
  package static let all = [fog, rain, snow, night]

  /// Even fog with a visibility of 300 m (fog, by the WMO's words, begins at 1000 m), 150, 100, 70 and 50 m (dense fog).
  package static let fog = RenderedWeather(name: "fog") { scene, severity in
    scene.fog = Fog(visibility: severity.among(300, 150, 100, 70, 50))
  }

  /// Rain from moderate to a cloudburst, 3, 10, 25, 50 and 100 mm/h, with drops on the glass.
  package static let rain = RenderedWeather(name: "rain") { scene, severity in
    scene.daylight.sky = .overcast
    scene.precipitation = Precipitation(.rain, rate: severity.among(3, 10, 25, 50, 100))
  }

  /// Snowfall from light to very heavy, 0.5, 1, 2, 4 and 8 mm/h of water.
  package static let snow = RenderedWeather(name: "snow") { scene, severity in
    scene.daylight.sky = .overcast
    scene.precipitation = Precipitation(.snow, rate: severity.among(0.5, 1, 2, 4, 8))
  }

  /// A night without moon, by the light of the car's low beam: lamps of 1400 cd towards the sign, 700, 350, 175 and, as
  /// behind dirt, 90.
  package static let night = RenderedWeather(name: "night") { scene, severity in
    scene.daylight.sky = .night
    scene.headlamps = Headlamps(intensity: severity.among(1400, 700, 350, 175, 90))
  }
}

extension Severity {
  /// The value for this severity, of five from mild to severe.
  fileprivate func among(_ values: Double...) -> Double { values[rawValue - 1] }
}
