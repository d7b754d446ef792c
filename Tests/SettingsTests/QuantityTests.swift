import Testing

@testable import Settings

@Suite("Values with units")
struct QuantityTests {
  struct Example: Sendable {
    let quantity: Quantity
    let text: String
    let value: Double

    init(_ quantity: Quantity, _ text: String, _ value: Double) {
      self.quantity = quantity
      self.text = text
      self.value = value
    }
  }

  static let examples: [Example] = [
    Example(.speed, "50 km/h", 50 / 3.6), Example(.speed, "13.9 m/s", 13.9), Example(.speed, "25 mph", 11.176),
    Example(.speed, "50km/h", 50 / 3.6), Example(.speed, " 50  KPH ", 50 / 3.6), Example(.speed, "1e1 m/s", 10),
    Example(.speed, "+5 m/s", 5),
    Example(.length, "0.9 m", 0.9), Example(.length, "900 mm", 0.9), Example(.length, "90 cm", 0.9),
    Example(.length, "30 in", 0.762), Example(.length, "7 ft", 2.1336), Example(.length, "-3 m", -3),
    Example(.length, ".5 m", 0.5),
    Example(.angle, "180 deg", Double.pi), Example(.angle, "52°", 52 * Double.pi / 180), Example(.angle, "1 rad", 1),
    Example(.rate, "20 fps", 20), Example(.rate, "20 Hz", 20),
    Example(.duration, "0.3 s", 0.3), Example(.duration, "300 ms", 0.3),
    Example(.acceleration, "3.4 m/s2", 3.4), Example(.acceleration, "3.4 m/s^2", 3.4),
    Example(.acceleration, "1 g", 9.80665), Example(.jerk, "10 m/s3", 10), Example(.precipitation, "5 mm/h", 5),
    Example(.share, "14.5 %", 0.145), Example(.share, "0.145", 0.145), Example(.share, "8/255", 8.0 / 255),
    Example(.share, "8 / 255", 8.0 / 255), Example(.share, "50%", 0.5),
  ]

  @Test("are read into SI", arguments: examples)
  func read(_ example: Example) throws {
    let value = try example.quantity.value(of: example.text, example: "")
    #expect(abs(value - example.value) <= 1e-12 * max(1, abs(example.value)))
  }

  @Test(
    "are refused when they are no number of a known unit",
    arguments: [
      "", "km/h", "nan km/h", "inf km/h", "0x10 km/h", "1,5 km/h", "1 2 km/h", "--5 km/h", "5 km/h km/h", "５ km/h",
    ])
  func refused(_ text: String) {
    #expect(throws: SettingProblem.self) { try Quantity.speed.value(of: text, example: "50 km/h") }
  }

  @Test("no unit measures two quantities, but for the hertz that frames are counted in")
  func unitsAreDistinct() {
    var seen: [String] = []
    for quantity in Quantity.allCases {
      for unit in quantity.units { seen += [unit.symbol] + unit.alternatives }
    }
    #expect(Set(seen.map { $0.lowercased() }).count == seen.count)
  }
}
