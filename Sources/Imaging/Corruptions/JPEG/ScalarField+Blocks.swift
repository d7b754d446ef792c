extension ScalarField {
  /// What is left of levels from 0 to 255 when each 8 x 8 block's coefficients are rounded to multiples of a table's
  /// numbers; blocks that reach beyond the field are filled with its outermost values.
  func throughBlocks(_ table: [Float]) -> ScalarField {
    var result = self
    for top in stride(from: 0, to: height, by: CosineTransform.side) {
      for left in stride(from: 0, to: width, by: CosineTransform.side) {
        let block = (0..<64).map { place in
          let (x, y) = (left + place % 8, top + place / 8)
          return self[Border.nearest.index(x, in: width), Border.nearest.index(y, in: height)] - 128
        }
        let kept = zip(CosineTransform.forward(block), table).map { ScalarField.quantized($0, by: $1) }
        for (place, value) in CosineTransform.inverse(kept).enumerated() {
          let (x, y) = (left + place % 8, top + place / 8)
          if x < width, y < height { result[x, y] = min(max((value + 128).rounded(), 0), 255) }
        }
      }
    }
    return result
  }

  /// The nearest multiple. Halves go away from zero, and a mean is a half quite often: what is within rounding of one
  /// counts as one.
  private static func quantized(_ coefficient: Float, by step: Float) -> Float {
    let steps = coefficient / step
    return (steps + (steps < 0 ? -1e-4 : 1e-4)).rounded() * step
  }

  /// Half as wide and high: the rounded mean of 2 x 2 values; halves are rounded down and up in turn along a row, so that
  /// the mean stays.
  var halved: ScalarField {
    let (columns, rows) = ((width + 1) / 2, (height + 1) / 2)
    var result = ScalarField(width: columns, height: rows, values: [Float](repeating: 0, count: columns * rows))
    for y in 0..<rows {
      for x in 0..<columns {
        let (right, below) = (min(2 * x + 1, width - 1), min(2 * y + 1, height - 1))
        let sum = self[2 * x, 2 * y] + self[right, 2 * y] + self[2 * x, below] + self[right, below]
        result[x, y] = ((sum + (x.isMultiple(of: 2) ? 1 : 2)) / 4).rounded(.down)
      }
    }
    return result
  }

  /// Twice as wide and high, cut to size: three parts of the nearest value and one of the next along each axis.
  func doubled(toWidth newWidth: Int, height newHeight: Int) -> ScalarField {
    var result = ScalarField(
      width: newWidth, height: newHeight, values: [Float](repeating: 0, count: newWidth * newHeight))
    for y in 0..<newHeight {
      for x in 0..<newWidth {
        let column = (x / 2, Border.nearest.index(x.isMultiple(of: 2) ? x / 2 - 1 : x / 2 + 1, in: width))
        let row = (y / 2, Border.nearest.index(y.isMultiple(of: 2) ? y / 2 - 1 : y / 2 + 1, in: height))
        let near = 3 * self[column.0, row.0] + self[column.0, row.1]
        let next = 3 * self[column.1, row.0] + self[column.1, row.1]
        result[x, y] = ((3 * near + next + (x.isMultiple(of: 2) ? 8 : 7)) / 16).rounded(.down)
      }
    }
    return result
  }
}
