import Groundwork
import Imaging
import TestSupport
import Testing

@testable import Signs

@Suite struct SyntheticPictureTests {
  /// Two classes: a red disc and a blue one.
  private static let variants: [[SyntheticPictures.Variant]] = {
    var variants = [[SyntheticPictures.Variant]](repeating: [], count: SignClass.count)
    for (sign, color) in [
      (SignClass.noEntry, Color(red: 0.75, green: 0.1, blue: 0.08)),
      (.keepRight, Color(red: 0.05, green: 0.3, blue: 0.7)),
    ] {
      variants[sign.rawValue] = [PaintedFaces.disc(color)].compactMap { $0 }.map { SyntheticPictures.Variant($0) }
    }
    return variants
  }()

  private static let pictures = SyntheticPictures(
    variants: variants, side: 32, seed: 5, loop: ConcurrentLoop(threads: 2))

  private func draw(
    _ sign: SignClass, _ indices: Range<Int>, of pictures: SyntheticPictures = SyntheticPictureTests.pictures,
    threads: Int = 1
  ) -> [UInt8] {
    let size = SyntheticPictureTests.pictures.valuesPerPicture
    var levels = [UInt8](repeating: 0, count: indices.count * size)
    let workspaces = (0..<threads).map { _ in pictures.makeWorkspace() }
    levels.withUnsafeMutableBufferPointer { levels in
      nonisolated(unsafe) let levels = levels
      ConcurrentLoop(threads: threads).perform(indices.count) { piece, worker in
        pictures.draw(
          sign, index: indices.lowerBound + piece,
          into: UnsafeMutableBufferPointer(rebasing: levels[piece * size..<(piece + 1) * size]),
          workspace: workspaces[worker])
      }
    }
    return levels
  }

  @Test(arguments: [2, 7])
  func theSamePicturesOnAnyNumberOfThreads(_ threads: Int) {
    #expect(draw(.noEntry, 0..<40) == draw(.noEntry, 0..<40, threads: threads))
  }

  @Test func aWorkspaceNeedNotBeBroughtAlong() {
    var levels = [UInt8](repeating: 0, count: SyntheticPictureTests.pictures.valuesPerPicture)
    levels.withUnsafeMutableBufferPointer { SyntheticPictureTests.pictures.draw(.noEntry, index: 4, into: $0) }
    #expect(levels == draw(.noEntry, 4..<5))
    levels.withUnsafeMutableBufferPointer { SyntheticPictureTests.pictures.draw(.noEntry, index: 4, seed: 9, into: $0) }
    #expect(levels != draw(.noEntry, 4..<5))
  }

  @Test func aPictureDoesNotDependOnWhatWasDrawnBefore() {
    let size = SyntheticPictureTests.pictures.valuesPerPicture
    let together = draw(.keepRight, 0..<12)
    for index in [11, 3] {
      #expect(draw(.keepRight, index..<index + 1) == Array(together[index * size..<(index + 1) * size]))
    }
  }

  @Test func anotherGeneratorOfTheSameSeedDrawsTheSame() {
    let again = SyntheticPictures(
      variants: SyntheticPictureTests.variants, side: 32, seed: 5, loop: ConcurrentLoop(threads: 7))
    let other = SyntheticPictures(
      variants: SyntheticPictureTests.variants, side: 32, seed: 6, loop: ConcurrentLoop(threads: 1))
    #expect(draw(.noEntry, 0..<3, of: again) == draw(.noEntry, 0..<3))
    #expect(draw(.noEntry, 0..<3, of: other) != draw(.noEntry, 0..<3))
  }

  @Test func valuesAreTheLevelsDividedBy255() {
    let levels = draw(.noEntry, 8..<9)
    var values = [Float](repeating: -1, count: SyntheticPictureTests.pictures.valuesPerPicture)
    let workspace = SyntheticPictureTests.pictures.makeWorkspace()
    values.withUnsafeMutableBufferPointer {
      SyntheticPictureTests.pictures.draw(.noEntry, index: 8, into: $0, workspace: workspace)
    }
    #expect(values == levels.map { Float($0) / 255 })
  }

  @Test func theSignIsInTheMiddleAndKeepsItsColour() {
    let plane = 32 * 32
    func excess(_ sign: SignClass) -> (middle: Double, corner: Double) {
      let levels = draw(sign, 0..<300)
      var (middle, corner) = (0.0, 0.0)
      for picture in 0..<300 {
        let start = picture * SyntheticPictureTests.pictures.valuesPerPicture
        func redOverBlue(_ at: Int) -> Double { Double(levels[start + at]) - Double(levels[start + 2 * plane + at]) }
        middle += redOverBlue(15 * 32 + 15) + redOverBlue(16 * 32 + 16)
        corner += redOverBlue(0) + redOverBlue(plane - 1)
      }
      return (middle / 600, corner / 600)
    }
    let (red, blue) = (excess(.noEntry), excess(.keepRight))
    #expect(red.middle > 30 && blue.middle < -30)
    #expect(abs(red.corner) < 15 && abs(blue.corner) < 15)
  }

  /// GTSRB's photographs have a mean brightness of 0.30 in the median and 0.08 and 0.67 at the 5th and 95th percentile.
  @Test func brightnessIsDarkAndSkewedAsInPhotographs() {
    let size = SyntheticPictureTests.pictures.valuesPerPicture
    let levels = draw(.keepRight, 0..<600)
    let means = (0..<600).map { picture in
      levels[picture * size..<(picture + 1) * size].reduce(0.0) { $0 + Double($1) } / Double(size) / 255
    }.sorted()
    #expect((0.15...0.4).contains(means[300]))
    #expect(means[30] < 0.12 && means[570] > 0.5)
    #expect(means[570] - means[300] > means[300] - means[30])
  }

  /// A camera that passes signs sweeps sideways, and the shutter is open longer where there is little light.
  @Test func picturesSmearSidewaysAndMoreInTheDark() throws {
    let face = try #require(SyntheticPictureTests.variants[SignClass.noEntry.rawValue].first).face
    let drawn = (0..<4000).map { index in
      var stream = RandomStream(seed: 3, name: "conditions", index)
      return PictureConditions(of: face, side: 32, from: &stream)
    }
    let smeared = drawn.filter { $0.motion != SIMD2(0, 0) }
    #expect(smeared.filter { $0.motion.x > $0.motion.y }.count > 4 * smeared.count / 5)
    #expect(smeared.allSatisfy { $0.motion.max() <= 0.3 * $0.signWidth + 1e-4 })
    func share(_ pictures: [PictureConditions]) -> Double {
      Double(pictures.filter { $0.motion != SIMD2(0, 0) }.count) / Double(pictures.count)
    }
    let dark = share(drawn.filter { $0.scenery.y < 0.25 })
    let bright = share(drawn.filter { $0.scenery.y > 0.8 })
    #expect(dark > 0.5 && bright < 0.3)
  }

  @Test func aDataSetIsReadBackAsItWasDrawn() throws {
    let folder = try TemporaryFolder()
    let loop = ConcurrentLoop(threads: 2)
    let classes = [SignClass.noEntry, .keepRight]
    try SyntheticPictureTests.pictures.writeDataSet(to: folder.path, classes: classes, count: 7, loop: loop)
    let set = try GTSRBDataSet.training(at: folder.path, shape: .benchmark, classes: Set(classes), loop: loop)
    #expect(set.count == 14)
    #expect(Set(set.tracks).count == 14)
    for (place, sign) in classes.enumerated() {
      #expect(Array(set.allLevels[place * 7 * 3072..<(place + 1) * 7 * 3072]) == draw(sign, 0..<7))
      #expect(set.labels[7 * place] == sign)
    }
  }
}
