import Foundation
import Imaging
import Testing

@Suite struct LetteringTests {
  private static let printable = (0x20...0x7E).map { Character(Unicode.Scalar(UInt8($0))) }
  private static let signs = Array("·×°±²–…→−∞≤≥")
  /// All of Latin-1 that is printed, but for its no-break space and soft hyphen.
  private static let latin = (0xA1...0xFF).filter { $0 != 0xAD }.map { Character(Unicode.Scalar(UInt8($0))) }

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

  @Test("every character of Latin-1 has a drawing of its own", arguments: [12, 24])
  func latin(_ capHeight: Int) {
    let style = TextStyle(capHeight: capHeight)
    var seen: [[Float]: Character] = [:]
    for character in LetteringTests.latin + LetteringTests.printable {
      var image = Image(width: 80, height: 80, color: .white)
      image.draw(String(character), x: 20, baseline: 50, style: style, color: .black)
      // Two spacing accents are the marks that ASCII has.
      if let other = seen[image.samples] { Issue.record("\(character) looks like \(other)") }
      seen[image.samples] = character
    }
  }

  @Test(
    "a letter with a mark is the letter, and the mark above or below it",
    arguments: ["ä", "Ö", "é", "ñ", "ç", "š"])
  func marks(_ marked: String) throws {
    let style = TextStyle(capHeight: 20)
    let plain = String(marked.decomposedStringWithCanonicalMapping.unicodeScalars.prefix(1).map(Character.init))
    let (with, without) = (
      try #require(extent(of: drawn(marked, style))), try #require(extent(of: drawn(plain, style)))
    )
    #expect(with.height > without.height + 2)
    #expect(drawn("ï", style) != drawn("i", style))
    // One character or a letter and a combining mark: the same text, the same drawing.
    #expect(drawn(marked, style) == drawn(marked.decomposedStringWithCanonicalMapping, style))
  }

  @Test("what the face does not have is a question mark")
  func unknownCharacters() {
    let style = TextStyle(capHeight: 12)
    for character in ["字", "🚗", "Ж", "\u{FFFD}"] { #expect(drawn(character, style) == drawn("?", style)) }
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

  @Test func wrappedTextKeepsItsWordsAndFits() {
    let style = TextStyle(capHeight: 10)
    let text = "budget, model and seed are printed with every figure"
    let lines = style.lines(of: text, toFit: 160, atMost: 9)
    #expect(lines.count > 2 && lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { style.width(of: $0) <= 160 })
    let short = style.lines(of: text, toFit: 160, atMost: 2)
    #expect(short.count == 2 && short[0] == lines[0] && short[1].hasSuffix("…") && style.width(of: short[1]) <= 160)
    #expect(style.lines(of: "", toFit: 100, atMost: 2).isEmpty)
    #expect(style.lines(of: "incomprehensibilities", toFit: 40, atMost: 1)[0].hasSuffix("…"))
  }

  @Test("where a name and its details are too long, the name is cut and the details stay")
  func names() {
    let style = TextStyle(capHeight: 10)
    let details = "theta 1 · model (01234567) · seed 7"
    func lines(_ name: String) -> String {
      style.lines(of: name, separator: " · ", details, toFit: 260, atMost: 2).joined(separator: " ")
    }
    #expect(lines("a") == "a · " + details)
    let long = lines(String(repeating: "Straße", count: 30))
    #expect(long.hasPrefix("Stra") && long.hasSuffix("… · " + details))
  }

  @Test func emptyTextIsNothing() {
    #expect(TextStyle.small.width(of: "") == 0)
    #expect(drawn("", .small) == Image(width: 40, height: 49, color: .white))
  }
}
