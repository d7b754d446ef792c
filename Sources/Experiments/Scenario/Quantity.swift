/// What a value with a unit measures.
enum Quantity: String, Sendable, CaseIterable {
  case speed, length, angle, rate, duration, acceleration, jerk, precipitation, pixels, share

  /// How the quantity is called in a sentence.
  var noun: String { self == .pixels ? "number of pixels" : rawValue }

  /// The units a file may use, the one of SI (or its nearest relative) among them.
  var units: [Unit] {
    switch self {
    case .speed: [.kilometersPerHour, .metersPerSecond, .milesPerHour]
    case .length: [.meters, .centimeters, .millimeters, .kilometers, .feet, .inches]
    case .angle: [.degrees, .radians]
    case .rate: [.hertz, .framesPerSecond]
    case .duration: [.seconds, .milliseconds]
    case .acceleration: [.metersPerSecondSquared, .standardGravity]
    case .jerk: [.metersPerSecondCubed]
    case .precipitation: [.millimetersPerHour]
    case .pixels: [.pixels]
    case .share: [.percent]
    }
  }
}

/// A unit of measurement: how files write it and how large it is.
struct Unit: Sendable, Equatable {
  let symbol: String
  /// Other ways to write it.
  let alternatives: [String]
  /// How many SI units it is (radians, hertz and plain numbers included).
  let scale: Double

  init(_ symbol: String, _ alternatives: [String] = [], scale: Double) {
    self.symbol = symbol
    self.alternatives = alternatives
    self.scale = scale
  }

  static let kilometersPerHour = Unit("km/h", ["kph", "kmh"], scale: 1 / 3.6)
  static let metersPerSecond = Unit("m/s", ["mps"], scale: 1)
  static let milesPerHour = Unit("mph", ["mi/h"], scale: 0.44704)
  static let meters = Unit("m", scale: 1)
  static let centimeters = Unit("cm", scale: 0.01)
  static let millimeters = Unit("mm", scale: 0.001)
  static let kilometers = Unit("km", scale: 1000)
  static let feet = Unit("ft", scale: 0.3048)
  static let inches = Unit("in", scale: 0.0254)
  static let degrees = Unit("deg", ["°", "degrees"], scale: .pi / 180)
  static let radians = Unit("rad", scale: 1)
  static let hertz = Unit("Hz", scale: 1)
  static let framesPerSecond = Unit("fps", scale: 1)
  static let seconds = Unit("s", scale: 1)
  static let milliseconds = Unit("ms", scale: 0.001)
  static let metersPerSecondSquared = Unit("m/s2", ["m/s^2", "m/s²"], scale: 1)
  static let standardGravity = Unit("g", scale: 9.80665)
  static let metersPerSecondCubed = Unit("m/s3", ["m/s^3", "m/s³"], scale: 1)
  /// Rain and snow are measured in millimetres of water an hour everywhere, inside the program too.
  static let millimetersPerHour = Unit("mm/h", scale: 1)
  static let pixels = Unit("px", ["pixels"], scale: 1)
  static let percent = Unit("%", scale: 0.01)

  /// Whether `text` writes this unit, in any case.
  func matches(_ text: some StringProtocol) -> Bool {
    let text = text.lowercased()
    return symbol.lowercased() == text || alternatives.contains { $0.lowercased() == text }
  }
}
