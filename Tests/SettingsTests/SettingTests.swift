import Testing

@testable import Settings

@Suite("Settings")
struct SettingTests {
  enum Sky: String, Sendable, CaseIterable { case clear, grey }

  struct Lens: Configurable, Equatable {
    var angle = 0.6
    var blur: Double?
    var sky: Sky?
    var file: String?

    static let settings: [Setting<Self>] = [
      .quantity("angle", \.angle, .angle, in: .degrees, 5...90, "an angle"),
      .quantity("blur", \.blur, or: "sharp", QuantityRange(.pixels, in: .pixels, 1...20), example: 2, "a width"),
      .choice("sky", \.sky, or: "any", "a sky"),
      .path("file", \.file, form: "a path", "a file"),
    ]
  }

  @Test(
    "what a file would have reads back to the very same value", arguments: [0.6, 0.1 + 0.2, 1, 52 * Double.pi / 180])
  func readsBack(_ angle: Double) throws {
    var lens = Lens()
    lens.angle = angle
    lens.blur = 1.0 / 0.3
    lens.sky = .grey
    lens.file = "a b.png"
    #expect(try Lens(reading: lens.texts) == lens)
    #expect(try Lens(reading: Lens().texts) == Lens())
  }

  @Test("a round number is told in the setting's unit, another in the unit of SI")
  func units() {
    var lens = Lens()
    #expect(lens.texts.first?.text == "0.6 rad")
    lens.angle = 52 * .pi / 180
    #expect(lens.texts.first?.text == "52 deg")
    #expect(Quantity.share.text(of: 0.145, in: .percent) == "14.5 %")
    #expect(Quantity.share.text(of: 8.0 / 255, in: .percent) == "8/255")
    #expect(Quantity.share.text(of: 1.0 / 7, in: .percent) == "\(1.0 / 7)")
  }

  @Test(
    "a word or a value, and what is said of neither",
    arguments: [
      ("blur", "30 px", "blur is '30 px'; it must be 1 to 20 px, or sharp."),
      ("blur", "wide", "blur is 'wide', which is no number with a unit; write a number of pixels such as '2 px'."),
      ("sky", "gray", "sky is 'gray'; did you mean 'grey'?"),
      ("file", "a\0b", "file holds a zero byte; write a file's path."),
    ])
  func refusals(_ name: String, _ text: String, _ sentence: String) {
    #expect(throws: SettingProblem(sentence)) { try Lens(reading: [(name, text)]) }
  }

  @Test("a value that was set in code is held to the range that files have", arguments: [0, 3, .nan, .infinity])
  func refusal(_ angle: Double) {
    var lens = Lens()
    #expect(lens.refusal == nil)
    lens.angle = angle
    #expect(lens.refusal?.name == "angle")
  }
}
