import Foundation

/// The light of a day: the sun and the sky, as illuminance in kilolux.
///
/// By day formulas and constants are those for the calculation of daylight availability of the Illuminating Engineering
/// Society (IES RP-21-84; Gillette, Pierpoint and Treado 1984).
package struct Daylight: Sendable, Equatable {
  /// What the sky is like.
  package enum Sky: String, Sendable, CaseIterable {
    case clear
    case partlyCloudy = "partly-cloudy"
    case overcast
    /// The sun 3 degrees below the horizon, in the middle of civil twilight.
    case dusk
    /// No moon, and the glow of a town.
    case night
  }

  package var sky: Sky
  /// How high the sun stands above the horizon, in radians, above 0 and at most pi/2.
  package var sunElevation: Double
  /// Where the sun stands, in radians from the driving direction to the right: 0 straight ahead, so that the sign is
  /// seen against the light, pi behind the camera.
  package var sunAzimuth: Double
  /// Which part of the direct sun reaches the sign, in [0, 1]: 0 in the shadow of a house or a tree.
  package var sunOnSign: Double

  /// - Precondition: `sunElevation` is above 0 and at most pi/2.
  package init(sky: Sky = .partlyCloudy, sunElevation: Double = 0.6, sunAzimuth: Double = 2.4, sunOnSign: Double = 1) {
    precondition(sunElevation > 0 && sunElevation <= .pi / 2, "by day the sun is above the horizon")
    self.sky = sky
    self.sunElevation = sunElevation
    self.sunAzimuth = sunAzimuth
    self.sunOnSign = sunOnSign
  }

  /// Illuminance of a plane that faces the sun, by the sun alone, in kilolux: 127.5 exp(-c / sin elevation).
  package var sunIlluminance: Double {
    switch sky {
    case .clear: 127.5 * exp(-0.21 / sin(sunElevation))
    case .partlyCloudy: 127.5 * exp(-0.8 / sin(sunElevation))
    case .overcast, .dusk, .night: 0
    }
  }

  /// Illuminance of a level plane by the sky alone, in kilolux: A + B sin^C elevation; after sunset our own
  /// round values: 40 lux between sunset, some 400 lux, and the end of civil twilight, some 3 lux; by night 0.001 lux of
  /// starlight and a hundred times as much of a town's lamps.
  package var skyIlluminance: Double {
    switch sky {
    case .clear: 0.8 + 15.5 * sin(sunElevation).squareRoot()
    case .partlyCloudy: 0.3 + 45 * sin(sunElevation)
    case .overcast: 0.3 + 21 * sin(sunElevation)
    case .dusk: 0.04
    case .night: 0.000_1
    }
  }

  /// The direction of the sun in camera coordinates, of length 1.
  var sunDirection: SIMD3<Double> {
    SIMD3(cos(sunElevation) * sin(sunAzimuth), sin(sunElevation), cos(sunElevation) * cos(sunAzimuth))
  }

  /// The light on a plane in kilolux a channel, white-balanced so that a level plane in the sun is neutral.
  ///
  /// Of the sky a plane sees the part (1 + n.y) / 2, of the ground, which throws back a fifth, the rest.
  /// - Parameters:
  ///   - normal: where the plane faces, of length 1.
  ///   - sunlit: which part of the direct sun reaches it.
  func light(on normal: SIMD3<Double>, sunlit: Double) -> Light {
    let facing = max(0, (normal * sunDirection).sum())
    let level = Float(skyIlluminance) * skyColor + Float(sunIlluminance * sin(sunElevation)) * sunColor
    let direct = Float(sunIlluminance * facing * sunlit) * sunColor
    let diffuse = Float(skyIlluminance * (1 + normal.y) / 2) * skyColor
    let reflected = Float(0.2 * (1 - normal.y) / 2) * level
    return (direct + diffuse + reflected) * whiteBalance
  }

  /// The luminance of the sky times pi, in kilolux a channel, white-balanced.
  /// - Parameters:
  ///   - height: the sine of the elevation of the line of sight; below 0 counts as the horizon.
  ///   - cloud: from 0, the blue between clouds, to 1, the middle of a cloud; only partly cloudy skies have both.
  func skyLight(height: Float, cloud: Float) -> Light {
    let height = max(0, height)
    let strength = Float(skyIlluminance)
    switch sky {
    case .dusk:
      // The afterglow lies along the horizon.
      let glow = 1 - min(1, 2 * height)
      return strength * (Light(0.6, 0.8, 1.2, 0) + glow * Light(1.3, 0.8, 0.3, 0)) * whiteBalance
    case .overcast, .night:
      // The standard overcast sky of the CIE is three times as bright overhead as at the horizon.
      return strength * (9.0 / 7) * (1 + 2 * height) / 3 * skyColor * whiteBalance
    case .clear, .partlyCloudy:
      let haze = 1 - min(1, 2.5 * height)
      let clear = Light(0.62, 0.82, 1.2, 0) * (0.75 + 0.75 * haze) + haze * haze * Light(0.5, 0.35, 0.1, 0)
      let share = sky == .clear ? 0 : cloud
      return strength * (clear * (1 - share) + share * Light(1.5, 1.5, 1.5, 0)) * whiteBalance
    }
  }

  /// The sun's colour, redder when it is low: it is a mean of 1 a channel.
  private var sunColor: Light {
    let low = Float(exp(-sin(sunElevation) / 0.15))
    return Light(1.03 + 0.25 * low, 1.0, 0.97 - 0.4 * low, 0)
  }

  private var skyColor: Light {
    switch sky {
    case .clear: Light(0.8, 0.98, 1.25, 0)
    case .partlyCloudy: Light(0.92, 1, 1.1, 0)
    case .overcast: Light(0.97, 1, 1.04, 0)
    case .dusk: Light(0.9, 0.97, 1.13, 0)
    case .night: Light(1.12, 1, 0.88, 0)
    }
  }

  private var whiteBalance: Light {
    let level = Float(skyIlluminance) * skyColor + Float(sunIlluminance * sin(sunElevation)) * sunColor
    let mean = (level.x + level.y + level.z) / 3
    return Light(mean / level.x, mean / level.y, mean / level.z, 0)
  }
}
