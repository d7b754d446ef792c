import Imaging
import Reporting
import Testing

@Suite struct ContactSheetTests {
  private func sheet(_ count: Int) -> ContactSheet {
    ContactSheet(
      title: "JSMA: stop → yield", details: "theta 1",
      entries: (0..<count).map { index in
        let clean = Fixtures.picture(shift: index)
        let crafted = Fixtures.crafted(clean)
        return ContactSheet.Entry(
          name: "picture \(index)", clean: ReadPicture(image: clean, reading: Fixtures.stop),
          crafted: ReadPicture(image: crafted, reading: Fixtures.yield), norms: Fixtures.norms(clean, crafted),
          verdict: .flipped)
      })
  }

  @Test(arguments: [(0, 0), (1, 1), (24, 1), (25, 2), (100, 5)])
  func pagesHoldTwentyFour(_ entries: Int, _ pages: Int) {
    #expect(sheet(entries).pageCount == pages)
  }

  @Test func everyEntryShowsItsPixels() {
    let sheet = sheet(26)
    let (first, last) = (sheet.page(0), sheet.page(1))
    #expect(last.height < first.height)
    for (index, (column, row)) in [(0, (0, 0)), (1, (1, 0)), (5, (2, 1))] {
      let place = PixelRectangle(x: 24 + column * 420, y: 104 + row * 192 + 20, width: 128, height: 128)
      #expect(first.part(place) == sheet.entries[index].clean.image.enlarged(by: 4))
    }
    let place = PixelRectangle(x: 24 + 420 + 132, y: 124, width: 128, height: 128)
    #expect(last.part(place) == sheet.entries[25].crafted.image.enlarged(by: 4))
  }
}
