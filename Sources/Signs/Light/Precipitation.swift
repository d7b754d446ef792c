import Foundation

/// Rain or snow: it takes light away, and what is near the camera is seen drop by drop.
package struct Precipitation: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case rain
    case snow
  }

  package var kind: Kind
  /// How much falls, in millimetres of water an hour: light rain 2, heavy rain 10, a cloudburst 50; heavy snow 3.
  package var rate: Double

  /// - Precondition: `rate` is positive.
  package init(_ kind: Kind, rate: Double) {
    precondition(rate > 0, "what falls has a rate")
    self.kind = kind
    self.rate = rate
  }

  /// How far one sees, in metres. Rain: 11.6 km R^-0.63 (Atlas 1953); snow: 1 km R^-0.8, our own fit to the
  /// usage of observers, who call snow moderate below 1 km and heavy below 500 m.
  package var visibility: Double {
    switch kind {
    case .rain: 11_600 * pow(rate, -0.63)
    case .snow: 1_000 * pow(rate, -0.8)
    }
  }

  /// How many drops or flakes there are in a cubic metre that can be seen one by one: drops of at least a millimetre
  /// after Marshall and Palmer (1948), N0 / L exp(-L) with N0 = 8,000 and L = 4.1 R^-0.21 in millimetres; flakes by
  /// a mass of 3 mg, our own choice for aggregates of some 4 mm, and their fall speed.
  var number: Double {
    switch kind {
    case .rain: 8_000 / slope * exp(-slope)
    case .snow: rate / 3_600 / (3e-6 * fallSpeed)
    }
  }

  /// Marshall and Palmer's slope of the drops' sizes, a millimetre.
  private var slope: Double { 4.1 * pow(rate, -0.21) }

  /// The diameter of a drop or flake in metres, from a number in [0, 1).
  func diameter(_ share: Double) -> Double {
    switch kind {
    case .rain: (1 - log(1 - 0.98 * share) / slope) * 1e-3
    case .snow: (2 + 5 * share) * 1e-3
    }
  }

  /// How fast it falls, in metres a second: drops of 2 mm (Gunn and Kinzer 1949); aggregates (Locatelli and Hobbs 1974).
  var fallSpeed: Double { kind == .rain ? 6.5 : 1.1 }

  /// How far away it is still seen drop by drop, in metres; farther it is haze.
  var reach: Double { kind == .rain ? 4 : 7 }

  /// Which part of the light that falls on a drop or flake comes to the camera.
  var whiteness: Float { kind == .rain ? 0.1 : 0.8 }
}
