/// How drops of water shine: an embossed map of the distance from their rims.
///
/// The benchmark finds rims with Canny's detector, which on a field of 0 and high values gives the outline; here the
/// outline is taken as it is. Distances, smoothing, histogram and emboss are as published.
struct WaterDrops {
  /// `(height, width)`, from 0 to 1 at the brightest place; all 0 where there is no drop.
  let light: ScalarField

  /// Distances count up to here, in pixels.
  private static let farthest: Float = 20

  /// - Parameter layer: how thick the liquid is; 0 where there is none.
  init(layer: ScalarField) {
    let distance = WaterDrops.distances(from: WaterDrops.rims(of: layer), in: layer)
    let third = [Float](repeating: 1 / 3, count: 3)
    let even = WaterDrops.equalized(distance.filtered(by: third, border: .mirroredAboutEdge).map { $0.rounded(.down) })
    let emboss = even.correlated(with: [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]], border: .mirroredAboutEdge)
      .map { min(max($0, 0), 255) }
      .filtered(by: third, border: .mirroredAboutEdge)
    var light = layer
    for place in light.values.indices { light.values[place] *= emboss.values[place] }
    let brightest = light.values.max() ?? 0
    self.light = brightest > 0 ? light.map { $0 / brightest } : light.map { _ in 0 }
  }

  /// Wet places with a dry one beside, above or below.
  private static func rims(of layer: ScalarField) -> [(x: Int, y: Int)] {
    var rims: [(x: Int, y: Int)] = []
    for y in 0..<layer.height {
      for x in 0..<layer.width where layer[x, y] > 0 {
        let isRim = [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)].contains { column, row in
          (0..<layer.width).contains(column) && (0..<layer.height).contains(row) && layer[column, row] == 0
        }
        if isRim { rims.append((x, y)) }
      }
    }
    return rims
  }

  private static func distances(from rims: [(x: Int, y: Int)], in layer: ScalarField) -> ScalarField {
    var distances = layer.map { _ in farthest }
    for y in 0..<layer.height {
      for x in 0..<layer.width {
        let square = rims.reduce(Int.max) { nearest, rim in
          min(nearest, (rim.x - x) * (rim.x - x) + (rim.y - y) * (rim.y - y))
        }
        distances[x, y] = min(Float(square).squareRoot(), farthest)
      }
    }
    return distances
  }

  /// Levels spread so that each is about as common as any other, from 0 to 255.
  /// - Parameter field: whole numbers from 0 to `farthest`.
  private static func equalized(_ field: ScalarField) -> ScalarField {
    var counts = [Int](repeating: 0, count: Int(farthest) + 1)
    for value in field.values { counts[Int(value)] += 1 }
    var sum = 0
    let cumulative = counts.map { count in
      sum += count
      return sum
    }
    let first = counts.first { $0 > 0 } ?? 0
    guard field.values.count > first else { return field }
    let scale = 255 / Float(field.values.count - first)
    return field.map { (Float(cumulative[Int($0)] - first) * scale).rounded() }
  }
}
