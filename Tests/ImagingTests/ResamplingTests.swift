import Groundwork
import Imaging
import TestSupport
import Testing

@Suite struct ResamplingTests {
  func noise(width: Int, height: Int) -> Image {
    var stream = RandomStream(seed: 1, name: "picture", width, height)
    return Image(width: width, height: height, samples: (0..<3 * width * height).map { _ in stream.uniform() })
  }

  /// A picture whose red plane is given and whose other planes are black.
  func red(_ rows: [[Float]]) -> Image {
    let plane = rows.flatMap { $0 }
    return Image(
      width: rows[0].count, height: rows.count, samples: plane + [Float](repeating: 0, count: 2 * plane.count))
  }

  func redRows(_ image: Image) -> [[Float]] {
    (0..<image.height).map { y in (0..<image.width).map { x in image[x: x, y: y].red } }
  }

  func means(_ image: Image) -> [Double] {
    (0..<3).map { channel in
      image.samples[channel * image.pixelCount..<(channel + 1) * image.pixelCount]
        .reduce(0) { $0 + Double($1) } / Double(image.pixelCount)
    }
  }

  @Test func theSameSizeIsTheSamePicture() {
    let image = noise(width: 17, height: 9)
    #expect(image.resampled(width: 17, height: 9) == image)
    #expect(image.cropped(x: 3, y: 2, width: 5, height: 4, toWidth: 5, height: 4)[x: 4, y: 3] == image[x: 7, y: 5])
  }

  @Test(arguments: [(1, 1), (5, 7), (31, 30), (64, 64), (100, 3), (3, 100)])
  func aConstantPictureStaysConstant(width: Int, height: Int) {
    let color = Color(red: 0.1, green: 1 / 3, blue: 0.9)
    let image = Image(width: 31, height: 29, color: color)
    #expect(image.resampled(width: width, height: height) == Image(width: width, height: height, color: color))
    #expect(
      image.cropped(x: -7.3, y: 20.9, width: 53.1, height: 30.7, toWidth: width, height: height)
        == Image(width: width, height: height, color: color))
  }

  @Test func halvingTakesTheMeanOfFour() {
    let image = red([[0, 1, 0.5, 0.5], [1, 0, 0.25, 0.75], [0, 0, 1, 1], [0, 0.5, 1, 1]])
    #expect(redRows(image.resampled(width: 2, height: 2)) == [[0.5, 0.5], [0.125, 1]])
  }

  @Test func partOfAPixelCountsByItsPart() {
    // Three pixels to two: each new one covers one and a half.
    let image = red([[0.3, 0.6, 0.9]])
    let row = redRows(image.resampled(width: 2, height: 1))[0]
    #expect(abs(row[0] - (0.3 + 0.3) / 1.5) < 1e-6 && abs(row[1] - (0.3 + 0.9) / 1.5) < 1e-6)
  }

  @Test(arguments: [(1, 1), (8, 6), (16, 4), (7, 5), (23, 17), (24, 18)])
  func shrinkingKeepsTheMean(width: Int, height: Int) {
    let image = noise(width: 24, height: 18)
    for (before, after) in zip(means(image), means(image.resampled(width: width, height: height))) {
      #expect(abs(before - after) < 1e-6)
    }
  }

  @Test func growingInterpolatesBetweenCentres() {
    #expect(redRows(red([[0, 1]]).resampled(width: 4, height: 1)) == [[0, 0.25, 0.75, 1]])
    #expect(redRows(red([[0], [1]]).resampled(width: 1, height: 4)) == [[0], [0.25], [0.75], [1]])
    #expect(redRows(red([[0.5]]).resampled(width: 3, height: 2)) == [[0.5, 0.5, 0.5], [0.5, 0.5, 0.5]])
  }

  @Test func oneAxisMayShrinkWhileTheOtherGrows() {
    let image = red([[0, 1, 1, 1], [0, 0, 1, 1]])
    #expect(redRows(image.resampled(width: 2, height: 4)) == [[0.5, 1], [0.375, 1], [0.125, 1], [0, 1]])
  }

  @Test func aCropMayBeginBetweenPixels() {
    let image = red([[0, 1, 0.5, 0]])
    let row = redRows(image.cropped(x: 0.25, y: 0, width: 2, height: 1, toWidth: 2, height: 1))[0]
    #expect(row == [0.25, 0.875])
    let fine = redRows(image.cropped(x: 1.5, y: 0, width: 1, height: 1, toWidth: 2, height: 1))[0]
    #expect(fine == [0.875, 0.625])
  }

  @Test func beyondTheEdgeTheEdgeGoesOn() {
    let image = red([[0.25, 1], [0.5, 0.75]])
    #expect(
      redRows(image.cropped(x: -2, y: -1, width: 4, height: 4, toWidth: 4, height: 4))
        == [[0.25, 0.25, 0.25, 1], [0.25, 0.25, 0.25, 1], [0.5, 0.5, 0.5, 0.75], [0.5, 0.5, 0.5, 0.75]])
    #expect(
      redRows(image.cropped(x: 1e15, y: -1e15, width: 8, height: 8, toWidth: 2, height: 1)) == [[1, 1]])
    #expect(redRows(image.cropped(x: -1e6, y: 0, width: 1e6, height: 0.01, toWidth: 1, height: 1)) == [[0.25]])
  }

  @Test func aCropAgreesWithSumsOverAFineGrid() {
    let image = noise(width: 20, height: 16)
    let (x, y, width, height) = (2.35, -1.2, 15.7, 14.9)
    let crop = image.cropped(x: x, y: y, width: width, height: height, toWidth: 6, height: 5)
    // Shrinking is the mean over the area; 400 x 400 samples a pixel come close to it.
    let samples = 400
    for (column, row) in [(0, 0), (5, 0), (2, 3), (5, 4)] {
      var sum = 0.0
      for i in 0..<samples {
        for j in 0..<samples {
          let px = x + (Double(column) + (Double(i) + 0.5) / Double(samples)) * width / 6
          let py = y + (Double(row) + (Double(j) + 0.5) / Double(samples)) * height / 5
          sum += Double(
            image[x: min(max(Int(px.rounded(.down)), 0), 19), y: min(max(Int(py.rounded(.down)), 0), 15)].green)
        }
      }
      #expect(abs(sum / Double(samples * samples) - Double(crop[x: column, y: row].green)) < 2e-3)
    }
  }

  @Test func enlargingKeepsEveryPixelASquare() {
    let image = noise(width: 3, height: 2)
    let large = image.enlarged(by: 4)
    #expect(large.width == 12 && large.height == 8)
    for y in 0..<8 {
      for x in 0..<12 { #expect(large[x: x, y: y] == image[x: x / 4, y: y / 4]) }
    }
    #expect(image.enlarged(by: 1) == image)
  }
}
