import Imaging
import Testing

@Suite struct LetteringTests {
  private static let printable = (0x20...0x7E).map { Character(Unicode.Scalar(UInt8($0))) }
  private static let signs = Array("·×°±²–…→−∞≤≥")

  private func drawn(_ text: String, _ style: TextStyle) -> Image {
    var image = Image(width: style.width(of: text) + 40, height: style.capHeight + 40, color: .white)
    image.draw(text, x: 20, baseline: 20 + style.capHeight, style: style, color: .black)
    return image
  }

  /// The smallest rectangle with everything that is visibly darker than the page.
  private func extent(of image: Image) -> PixelRectangle? {
    let dark = (0..<image.pixelCount).filter { image.samples[$0] < 0.9 }
    guard let left = dark.map({ $0 % image.width }).min(), let right = dark.map({ $0 % image.width }).max(),
      let top = dark.map({ $0 / image.width }).min(), let bottom = dark.map({ $0 / image.width }).max()
    else { return nil }
    return PixelRectangle(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
  }

  @Test(arguments: [9, 18], TextStyle.Weight.allCases)
  func everyPrintableCharacterHasItsOwnShape(_ capHeight: Int, _ weight: TextStyle.Weight) {
    let style = TextStyle(capHeight: capHeight, weight: weight)
    var seen: [[Float]: Character] = [:]
    for character in LetteringTests.printable + LetteringTests.signs {
      var image = Image(width: 60, height: 60, color: .white)
      image.draw(String(character), x: 20, baseline: 40, style: style, color: .black)
      // Dashes differ in length, minus and en dash by a fraction of a unit: both may look alike when small.
      if character == "−" || character == "–" { continue }
      if let other = seen[image.samples] { Issue.record("\(character) looks like \(other)") }
      seen[image.samples] = character
      #expect((extent(of: image) == nil) == (character == " "), "only a space leaves the page white")
    }
  }

  @Test func unknownCharactersAreBoxes() {
    let style = TextStyle(capHeight: 12)
    #expect(drawn("字", style) == drawn("🚗", style))
    for character in LetteringTests.printable where character != " " {
      #expect(drawn(String(character), style) != drawn("字", style))
    }
  }

  @Test(arguments: ["H", "Hamburg", "stop", "TOTAL", "mill.", "{[(x)]}"], [9, 10, 13, 18, 31])
  func measuredWidthIsDrawnWidth(_ text: String, _ capHeight: Int) throws {
    for weight in TextStyle.Weight.allCases {
      let style = TextStyle(capHeight: capHeight, weight: weight)
      let ink = try #require(extent(of: drawn(text, style)))
      #expect(abs(ink.x - 20) <= 1, "\(text) begins where it was put")
      #expect(abs(ink.right - 20 - style.width(of: text)) <= 1, "\(text) ends where it was measured to")
    }
  }

  @Test(arguments: 5...40)
  func capitalsFillTheCapHeightExactly(_ capHeight: Int) throws {
    let style = TextStyle(capHeight: capHeight)
    let ink = try #require(extent(of: drawn("H", style)))
    #expect(ink.y == 20)
    #expect(ink.height == capHeight)
  }

  @Test func figuresAreEquallyWide() {
    for style in [TextStyle(capHeight: 9), TextStyle(capHeight: 14, weight: .bold), TextStyle(capHeight: 24)] {
      let widths = Set("0123456789".map { style.width(of: "8\($0)8") })
      #expect(widths.count == 1)
    }
  }

  @Test func alignmentMovesTheSameDrawing() throws {
    let style = TextStyle(capHeight: 10)
    let width = style.width(of: "stop")
    func draw(_ x: Int, _ alignment: TextAlignment) -> Image {
      var image = Image(width: 120, height: 30, color: .white)
      image.draw("stop", x: x, baseline: 20, style: style, color: .black, alignment: alignment)
      return image
    }
    #expect(draw(40, .left) == draw(40 + width, .right))
    #expect(draw(40, .left) == draw(40 + width / 2, .center))
  }

  @Test(arguments: [(-30, 8), (55, 8), (5, -3), (5, 80), (.max / 4, 8), (.min / 4, .max / 4)])
  func textOutsideThePictureIsCutOff(_ x: Int, _ baseline: Int) {
    var small = Image(width: 60, height: 20, color: .white)
    small.draw("Clipped text", x: x, baseline: baseline, style: .large, color: .black)
    #expect(small.samples.count == 3 * 60 * 20)
    #expect(small.samples.allSatisfy { (0...1).contains($0) })
  }

  @Test func cutOffTextIsThePartOfTheWhole() {
    var large = Image(width: 200, height: 80, color: .white)
    large.draw("Clipped text", x: 30, baseline: 40, style: .large, color: .black)
    var small = Image(width: 60, height: 20, color: .white)
    small.draw("Clipped text", x: 30 - 50, baseline: 40 - 25, style: .large, color: .black)
    for y in 0..<20 {
      for x in 0..<60 { #expect(small[x: x, y: y] == large[x: x + 50, y: y + 25]) }
    }
  }

  @Test func shortenedTextFitsAndSaysSo() {
    let style = TextStyle(capHeight: 10)
    #expect(style.shortened("stop", toFit: 500) == "stop")
    let short = style.shortened("a name that is much too long", toFit: 80)
    #expect(short.hasSuffix("…") && short.hasPrefix("a n"))
    #expect(style.width(of: short) <= 80)
    #expect(style.shortened("anything", toFit: 0) == "…")
  }

  @Test func emptyTextIsNothing() {
    #expect(TextStyle.small.width(of: "") == 0)
    #expect(drawn("", .small) == Image(width: 40, height: 49, color: .white))
  }
}
