import Reporting
import Testing

@Suite struct FigureTests {
  @Test func decimalsHaveNoSignOnZeroAndADashForNothing() {
    #expect(Figure.decimal(1.005, places: 1) == "1.0")
    #expect(Figure.decimal(-0.04, places: 1) == "0.0")
    #expect(Figure.decimal(-0.06, places: 1) == "-0.1")
    #expect(Figure.decimal(nil, places: 1) == "-")
    #expect(Figure.decimal(.infinity, places: 1) == "-")
    #expect(Figure.decimal(.nan, places: 1) == "-")
  }

  @Test func countsSetThousandsApart() {
    #expect(Figure.count(0) == "0")
    #expect(Figure.count(999) == "999")
    #expect(Figure.count(1000) == "1,000")
    #expect(Figure.count(-1_234_567) == "-1,234,567")
    #expect(Figure.count(.min) == "-9,223,372,036,854,775,808")
  }

  @Test func levelsAreOf255() {
    #expect(Figure.levels(8 / 255) == "8/255")
    #expect(Figure.levels(1) == "255/255")
    #expect(Figure.levels(8.5 / 255) == "8.5/255")
  }

  @Test func sharesAndSpeeds() {
    #expect(Figure.percent(0.1451) == "14.5 %")
    #expect(Figure.percent(1, places: 0) == "100 %")
    #expect(Figure.speed(13.8889) == "50.0 km/h")
    #expect(Figure.speed(nil) == "-")
  }
}
