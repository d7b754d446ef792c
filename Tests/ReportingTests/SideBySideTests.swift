import Imaging
import Records
import Reporting
import Testing

@Suite struct SideBySideTests {
  private let clean = Fixtures.picture()
  private var crafted: Image { Fixtures.crafted(clean) }

  @Test func panelsHoldThePicturesPixelByPixel() {
    let sheet = Fixtures.sheet(clean, crafted).rendered()
    #expect((sheet.width, sheet.height) == (1280, 720))
    for (panel, picture) in [clean, crafted, SignedDifference(clean: clean, crafted: crafted).picture].enumerated() {
      let place = PixelRectangle(x: 76 + panel * 388, y: 150, width: 352, height: 352)
      #expect(sheet.part(place) == picture.enlarged(by: 11))
    }
  }

  @Test(arguments: [(1, 1), (3, 200), (43, 45), (96, 96), (97, 40), (300, 300), (1000, 20), (1600, 1200)])
  func everySizeFits(_ width: Int, _ height: Int) {
    let clean = Fixtures.picture(width: width, height: height)
    let sheet = Fixtures.sheet(clean, Fixtures.crafted(clean, count: 1)).rendered()
    #expect(sheet.width <= 3000 && sheet.height <= 1700)
    #expect(sheet.samples.allSatisfy { (-1e-4...1.0001).contains($0) })
  }

  @Test func picturesUpTo96PixelsAreEnlargedEightTimes() {
    let clean = Fixtures.picture(width: 96, height: 96)
    let sheet = Fixtures.sheet(clean, Fixtures.crafted(clean)).rendered()
    let scale = 768.0 / 352
    let place = PixelRectangle(
      x: Int((76 * scale).rounded()), y: Int((150 * scale).rounded()), width: 768, height: 768)
    #expect(sheet.part(place) == clean.enlarged(by: 8))
  }

  @Test func sameSheetTwice() {
    #expect(Fixtures.sheet(clean, crafted).rendered() == Fixtures.sheet(clean, crafted).rendered())
  }

  @Test func verdictsAreShown() {
    let sheets = [PictureVerdict.flipped, .missed, .held, .misreadBefore].map {
      Fixtures.sheet(clean, crafted, verdict: $0).rendered()
    }
    for (first, second) in zip(sheets, sheets.dropFirst()) { #expect(first != second) }
  }

  @Test func longNamesStayOnTheSheet() {
    var sheet = Fixtures.sheet(clean, crafted)
    let usual = sheet.rendered()
    sheet.title = String(repeating: "a very long title ", count: 40)
    sheet.name = String(repeating: "picture", count: 30)
    sheet.details = String(repeating: "settings ", count: 100)
    sheet.crafted.reading.name = String(repeating: "end of ", count: 30)
    let long = sheet.rendered()
    let (right, bottom) = (PixelRectangle(x: 1205, y: 0, width: 75, height: 720), 720)
    #expect(long.part(right) == usual.part(right) && long.height == bottom)
  }

  @Test func verdictFollowsReadingsAndGoal() {
    let (stop, yield, rejected) = (Fixtures.stop, Fixtures.yield, Fixtures.rejected)
    func verdict(_ clean: ReadingRecord, _ crafted: ReadingRecord, to target: Int?, from: Int? = 14) -> PictureVerdict {
      PictureVerdict(clean: clean, crafted: crafted, goal: GoalRecord(from: from, to: target))
    }
    #expect(verdict(stop, yield, to: 13) == .flipped)
    #expect(verdict(stop, yield, to: nil) == .flipped)
    #expect(verdict(stop, yield, to: 1) == .missed)
    #expect(verdict(stop, rejected, to: 13) == .missed)
    #expect(verdict(stop, rejected, to: nil) == .missed)
    #expect(verdict(stop, stop, to: 13) == .held)
    // What was not read as the sign cannot be turned from it, whatever is read then.
    for crafted in [stop, yield, rejected] {
      #expect(verdict(yield, crafted, to: 13) == .misreadBefore)
      #expect(verdict(rejected, crafted, to: nil) == .misreadBefore)
      #expect(verdict(rejected, crafted, to: nil, from: nil) == .misreadBefore)
    }
    #expect(verdict(stop, yield, to: nil, from: nil) == .flipped)
  }
}

@Suite struct SignedDifferenceTests {
  private let clean = Fixtures.picture()

  @Test func theStatedFactorIsTheDrawnOne() {
    let crafted = Fixtures.crafted(clean, levels: 16)
    let difference = SignedDifference(clean: clean, crafted: crafted)
    #expect(difference.factor == 6 && difference.label == "×6" && !difference.isCut)
    for index in clean.samples.indices {
      let change = crafted.samples[index] - clean.samples[index]
      #expect(abs(difference.picture.samples[index] - (0.5 + 6 * change)) < 1e-5)
    }
  }

  @Test(arguments: 1...127)
  func smallChangesAreNeverCutOff(_ levels: Int) {
    let base = Image(width: 4, height: 4, color: Color(gray: 100 / 255))
    let difference = SignedDifference(clean: base, crafted: Fixtures.crafted(base, count: 2, levels: levels))
    #expect(!difference.isCut)
    #expect(difference.factor >= 1)
  }

  @Test func changesBeyondHalfAreCutAndSaidToBe() {
    let difference = SignedDifference(
      clean: Image(width: 2, height: 2, color: .black), crafted: Image(width: 2, height: 2, color: .white))
    #expect(difference.factor == 1 && difference.isCut)
    #expect(difference.picture.samples.allSatisfy { $0 == 1 })
  }

  @Test func equalPicturesAreGrey() {
    #expect(SignedDifference(clean: clean, crafted: clean).picture.samples.allSatisfy { $0 == 0.5 })
  }
}
