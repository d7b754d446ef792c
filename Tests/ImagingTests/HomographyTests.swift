import Groundwork
import Imaging
import Testing

@Suite struct HomographyTests {
  let square = [Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 1, y: 1), Point(x: 0, y: 1)]

  func distance(_ a: Point?, _ b: Point) -> Double {
    guard let a else { return .infinity }
    return max(abs(a.x - b.x), abs(a.y - b.y))
  }

  /// The corners of a unit square moved by up to 0.3, at another place and scale.
  func quadrilateral(_ stream: inout RandomStream, scale: Double, offset: Double) -> [Point] {
    square.map { corner in
      Point(
        x: offset + scale * (corner.x + Double(stream.uniform(in: -0.3..<0.3))),
        y: offset + scale * (corner.y + Double(stream.uniform(in: -0.3..<0.3))))
    }
  }

  @Test(arguments: 0..<50)
  func cornersGoToCornersAndBack(index: Int) throws {
    var stream = RandomStream(seed: 1, name: "quadrilaterals", index)
    let from = quadrilateral(&stream, scale: 512, offset: 0)
    let to = quadrilateral(&stream, scale: 12.5, offset: 900)
    let map = try #require(Homography(from: from, to: to))
    for (source, target) in zip(from, to) {
      #expect(distance(map.apply(to: source), target) < 1e-9)
      #expect(distance(map.inverse.apply(to: target), source) < 1e-7)
    }
  }

  @Test func aPinholeCamerasMapIsFound() throws {
    // The ground plane seen by a camera: u = x / (1 + y / 4), v = y / (1 + y / 4).
    func seen(_ p: Point) -> Point { Point(x: p.x / (1 + p.y / 4), y: p.y / (1 + p.y / 4)) }
    let map = try #require(Homography(from: square, to: square.map(seen)))
    for x in [-3.0, 0.25, 7] {
      for y in [-3.5, 0.5, 100] {
        let point = Point(x: x, y: y)
        #expect(distance(map.apply(to: point), seen(point)) < 1e-9)
      }
    }
    // At y = -4 the ground reaches the horizon.
    #expect(map.apply(to: Point(x: 1, y: -4.5)) == nil)
  }

  @Test func mapsAreComposedAsMatricesAre() throws {
    var stream = RandomStream(seed: 2, name: "quadrilaterals")
    let quads = (0..<3).map { _ in quadrilateral(&stream, scale: 2, offset: 1) }
    let first = try #require(Homography(from: quads[0], to: quads[1]))
    let second = try #require(Homography(from: quads[1], to: quads[2]))
    for (source, target) in zip(quads[0], quads[2]) {
      #expect(distance((second * first).apply(to: source), target) < 1e-10)
    }
    #expect(distance((first * first.inverse).apply(to: Point(x: 1.5, y: 2)), Point(x: 1.5, y: 2)) < 1e-12)
    #expect(Homography.identity.apply(to: Point(x: 3, y: 4)) == Point(x: 3, y: 4))
  }

  @Test func degenerateCornersHaveNoMap() {
    let line = [Point(x: 0, y: 0), Point(x: 1, y: 1), Point(x: 2, y: 2), Point(x: 0, y: 1)]
    let twice = [square[0], square[0], square[2], square[3]]
    let same = [Point](repeating: Point(x: 5, y: 5), count: 4)
    let crossed = [square[0], square[2], square[1], square[3]]
    let endless = [Point(x: .infinity, y: 0), square[1], square[2], square[3]]
    let unknown = [Point(x: .nan, y: 0), square[1], square[2], square[3]]
    for corners in [line, twice, same, crossed, endless, unknown] {
      #expect(Homography(from: corners, to: square) == nil)
      #expect(Homography(from: square, to: corners) == nil)
    }
    #expect(Homography(from: line, to: line) == nil)
  }

  @Test func singularMatricesAreRefusedWhateverTheirScale() {
    #expect(Homography(elements: [1, 2, 3, 2, 4, 6, 0, 0, 1]) == nil)
    #expect(Homography(elements: [Double](repeating: 0, count: 9)) == nil)
    #expect(Homography(elements: [1, 0, 0, 0, .nan, 0, 0, 0, 1]) == nil)
    #expect(Homography(elements: [1e-9, 0, 0, 0, 1e-9, 0, 0, 0, 1]) != nil)
    #expect(Homography(elements: [1e9, 0, 1e12, 0, 1e9, 1e12, 0, 0, 1]) != nil)
  }
}
