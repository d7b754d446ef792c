/// A unit of measurement: how files write it and how large it is.
package struct Unit: Sendable, Equatable {
  package let symbol: String
  /// Other ways to write it.
  package let alternatives: [String]
  /// How many SI units it is (radians, hertz and plain numbers included).
  package let scale: Double

  init(_ symbol: String, _ alternatives: [String] = [], scale: Double) {
    self.symbol = symbol
    self.alternatives = alternatives
    self.scale = scale
  }

  package static let kilometersPerHour = Unit("km/h", ["kph", "kmh"], scale: 1 / 3.6)
  package static let metersPerSecond = Unit("m/s", ["mps"], scale: 1)
  package static let milesPerHour = Unit("mph", ["mi/h"], scale: 0.44704)
  package static let meters = Unit("m", scale: 1)
  package static let centimeters = Unit("cm", scale: 0.01)
  package static let millimeters = Unit("mm", scale: 0.001)
  package static let kilometers = Unit("km", scale: 1000)
  package static let feet = Unit("ft", scale: 0.3048)
  package static let inches = Unit("in", scale: 0.0254)
  package static let degrees = Unit("deg", ["°", "degrees"], scale: .pi / 180)
  package static let radians = Unit("rad", scale: 1)
  package static let hertz = Unit("Hz", scale: 1)
  package static let framesPerSecond = Unit("fps", scale: 1)
  package static let seconds = Unit("s", scale: 1)
  package static let milliseconds = Unit("ms", scale: 0.001)
  package static let metersPerSecondSquared = Unit("m/s2", ["m/s^2", "m/s²"], scale: 1)
  package static let standardGravity = Unit("g", scale: 9.80665)
  package static let metersPerSecondCubed = Unit("m/s3", ["m/s^3", "m/s³"], scale: 1)
  /// Rain and snow are measured in millimetres of water an hour everywhere, inside the program too.
  package static let millimetersPerHour = Unit("mm/h", scale: 1)
  package static let pixels = Unit("px", ["pixels"], scale: 1)
  package static let percent = Unit("%", scale: 0.01)

  /// Whether `text` writes this unit, in any case.
  package func matches(_ text: some StringProtocol) -> Bool {
    let text = text.lowercased()
    return symbol.lowercased() == text || alternatives.contains { $0.lowercased() == text }
  }
}
