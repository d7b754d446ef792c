import Imaging
import Testing

@Suite struct FittingTests {
  /// A picture whose red tells the column and whose green tells the row.
  func slope(width: Int, height: Int) -> Image {
    var image = Image(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width { image[x: x, y: y] = Color(red: Float(x) / 100, green: Float(y) / 100, blue: 0) }
    }
    return image
  }

  @Test func stretchingIsResampling() {
    let image = slope(width: 9, height: 4)
    #expect(image.fitted(width: 5, height: 5, by: .stretched) == image.resampled(width: 5, height: 5))
  }

  @Test(arguments: [Fit.stretched, .grown, .padded(.white)])
  func aPictureOfTheWantedProportionsIsTheSameByEveryFit(fit: Fit) {
    let image = slope(width: 12, height: 8)
    #expect(image.fitted(width: 6, height: 4, by: fit) == image.resampled(width: 6, height: 4))
    let part = PixelRectangle(x: 3, y: 1, width: 6, height: 4)
    let whole = image.fitted(part, width: 6, height: 4, by: fit)
    for y in 0..<4 {
      for x in 0..<6 { #expect(whole[x: x, y: y] == image[x: x + 3, y: y + 1]) }
    }
  }

  @Test func paddingLaysThePictureInTheMiddle() {
    let image = slope(width: 8, height: 4)
    let result = image.fitted(width: 8, height: 8, by: .padded(.white))
    for y in 0..<8 {
      for x in 0..<8 {
        #expect(result[x: x, y: y] == ((2..<6).contains(y) ? image[x: x, y: y - 2] : .white))
      }
    }
    let tall = slope(width: 2, height: 8).fitted(width: 4, height: 4, by: .padded(Fit.neutral))
    #expect(tall[x: 0, y: 0] == Fit.neutral && tall[x: 3, y: 3] == Fit.neutral)
    #expect(tall[x: 1, y: 0] != Fit.neutral && tall[x: 2, y: 0] == Fit.neutral)
  }

  @Test func aVeryNarrowPictureKeepsAPixel() {
    let result = Image(width: 1000, height: 1, color: .white).fitted(width: 8, height: 8, by: .padded(.black))
    #expect((0..<8).filter { result[x: 3, y: $0] == .white } == [3])
  }

  @Test func growingTakesInWhatLiesAround() {
    let image = slope(width: 20, height: 20)
    let result = image.fitted(PixelRectangle(x: 4, y: 8, width: 8, height: 4), width: 8, height: 8, by: .grown)
    for y in 0..<8 {
      for x in 0..<8 { #expect(result[x: x, y: y] == image[x: x + 4, y: y + 6]) }
    }
  }

  @Test func growingContinuesThePicturesEdges() {
    let image = slope(width: 8, height: 4)
    let result = image.fitted(width: 8, height: 8, by: .grown)
    for y in 0..<8 {
      for x in 0..<8 { #expect(result[x: x, y: y] == image[x: x, y: min(3, max(0, y - 2))]) }
    }
  }

  @Test func aCircleStaysACircle() {
    var image = Image(width: 80, height: 20, color: .black)
    for y in 0..<20 {
      for x in 0..<80 {
        let (dx, dy) = (Double(x) + 0.5 - 40, Double(y) + 0.5 - 10)
        if dx * dx + dy * dy < 81 { image[x: x, y: y] = .white }
      }
    }
    for fit in [Fit.grown, .padded(.black)] {
      let result = image.fitted(width: 40, height: 40, by: fit)
      func extent(_ isLit: (Int) -> Bool) -> Int { (0..<40).filter(isLit).count }
      let columns = extent { x in (0..<40).contains { result[x: x, y: $0].red > 0.5 } }
      let rows = extent { y in (0..<40).contains { result[x: $0, y: y].red > 0.5 } }
      #expect(columns == rows && (8...10).contains(columns))
    }
  }
}

@Suite struct ImageProportionTests {
  func proportion(_ width: Int, _ height: Int) -> ImageProportion {
    ImageProportion(width: width, height: height, wantedWidth: 32, wantedHeight: 32)
  }

  @Test func distortionIsHowMuchLongerOneSideIsDrawn() {
    #expect(proportion(30, 30).distortion == 1)
    #expect(proportion(1600, 400).distortion == 4)
    #expect(proportion(400, 1600).distortion == 4)
    #expect(ImageProportion(width: 60, height: 30, wantedWidth: 64, wantedHeight: 32).distortion == 1)
  }

  @Test func aQuarterIsTolerated() {
    #expect(proportion(125, 100).usualFit == .stretched && proportion(100, 125).usualFit == .stretched)
    #expect(proportion(126, 100).usualFit == .grown && proportion(100, 126).usualFit == .grown)
    #expect(proportion(125, 100).advice(for: "a") == nil)
  }

  @Test func theAdviceNamesTheRemedy() {
    #expect(
      proportion(1600, 400).advice(for: "wide.png")
        == """
        wide.png: 1600 x 400 pixels are far from square, which the reader takes: its edges are continued so that \
        proportions are kept; name the sign's place with --crop x,y,width,height.
        """)
    #expect(
      ImageProportion(width: 30, height: 30, wantedWidth: 64, wantedHeight: 32).advice(for: "a")?
        .contains("far from 64 x 32") == true)
  }
}

@Suite struct CropTests {
  @Test(arguments: ["1,2,30,40", " 1, 2 ,30 , 40 ", "+1,2,30,40"])
  func fourNumbersAreARectangle(text: String) throws {
    #expect(try PixelRectangle(crop: text) == PixelRectangle(x: 1, y: 2, width: 30, height: 40))
  }

  @Test(arguments: [
    "", "1,2,3", "1,2,3,4,5", "1,2,0,4", "1,2,3,-4", "a,2,3,4", "1 1,2,3,4", "1.5,2,3,4", "1,2,3,",
    "1,2,3,99999999999999999999",
  ])
  func otherTextsAreRefused(text: String) {
    let fault = #expect(throws: CropFault.self) { try PixelRectangle(crop: text) }
    #expect(fault == .notARectangle(text: text))
    #expect(fault?.kind == .usage)
  }

  @Test func aRectangleMustLieInThePicture() throws {
    let image = Image(width: 10, height: 6)
    try image.bounds.check(within: image, named: "a")
    try PixelRectangle(x: 9, y: 5, width: 1, height: 1).check(within: image, named: "a")
    for (x, y, width, height) in [
      (-1, 0, 2, 2), (0, -1, 2, 2), (9, 0, 2, 1), (0, 5, 1, 2), (10, 0, 1, 1), (0, 0, .max, 1), (.max, 0, 1, 1),
    ] {
      let rectangle = PixelRectangle(x: x, y: y, width: width, height: height)
      #expect(throws: CropFault.outside(rectangle, path: "a", width: 10, height: 6)) {
        try rectangle.check(within: image, named: "a")
      }
    }
  }
}
