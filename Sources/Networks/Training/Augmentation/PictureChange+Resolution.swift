/// Shrinks each plane to `reduced` pixels a side by area and enlarges it again bilinearly, as the crop of a sign that is
/// far away. Separable: rows first, then columns, through a scratch copy of the plane.
func reduceResolution(of levels: UnsafeMutableBufferPointer<Float>, to reduced: Int, side: Int) {
  let ratio = Float(side) / Float(reduced)
  withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * side * side) { scratch in
    let rows = UnsafeMutableBufferPointer(rebasing: scratch[..<(side * side)])
    let small = UnsafeMutableBufferPointer(rebasing: scratch[(side * side)...])
    for channel in 0..<3 {
      let plane = UnsafeMutableBufferPointer(rebasing: levels[(channel * side * side)..<((channel + 1) * side * side)])
      for x in 0..<reduced {
        let taps = AreaTaps(output: x, ratio: ratio, side: side)
        for y in 0..<side {
          rows[y * reduced + x] = taps.sum { plane[y * side + $0] }
        }
      }
      for y in 0..<reduced {
        let taps = AreaTaps(output: y, ratio: ratio, side: side)
        for x in 0..<reduced {
          small[y * reduced + x] = taps.sum { rows[$0 * reduced + x] }
        }
      }
      for y in 0..<reduced {
        for x in 0..<side {
          let tap = LinearTap(output: x, ratio: 1 / ratio, side: reduced)
          let first = small[y * reduced + tap.first]
          rows[y * side + x] = first + tap.part * (small[y * reduced + tap.second] - first)
        }
      }
      for y in 0..<side {
        let tap = LinearTap(output: y, ratio: 1 / ratio, side: reduced)
        for x in 0..<side {
          let first = rows[tap.first * side + x]
          plane[y * side + x] = first + tap.part * (rows[tap.second * side + x] - first)
        }
      }
    }
  }
}

/// The inputs that one output of an area average covers: the first and last in part, those between in full.
private struct AreaTaps {
  private let first: Int
  private let last: Int
  private let firstWeight: Float
  private let lastWeight: Float
  private let weight: Float

  init(output: Int, ratio: Float, side: Int) {
    let start = Float(output) * ratio
    let end = min(Float(side), Float(output + 1) * ratio)
    first = min(Int(start), side - 1)
    last = min(Int(end), side - 1)
    weight = 1 / (end - start)
    firstWeight = (Float(first + 1) - start) * weight
    lastWeight = (end - Float(last)) * weight
  }

  func sum(_ value: (Int) -> Float) -> Float {
    var sum = firstWeight * value(first) + lastWeight * value(last)
    var index = first + 1
    while index < last {
      sum += weight * value(index)
      index += 1
    }
    return sum
  }
}

/// The two inputs between which one output of a bilinear enlargement lies, pixel centres at halves.
private struct LinearTap {
  let first: Int
  let second: Int
  let part: Float

  init(output: Int, ratio: Float, side: Int) {
    let position = min(max((Float(output) + 0.5) * ratio - 0.5, 0), Float(side - 1))
    first = Int(position)
    second = min(first + 1, side - 1)
    part = position - Float(first)
  }
}
