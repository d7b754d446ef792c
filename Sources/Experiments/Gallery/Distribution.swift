/// How the values of one statistic are spread over a set of pictures.
struct Distribution: Sendable {
  /// The values, rising; at least one.
  let values: [Double]

  /// - Precondition: there is a value, and all are finite.
  init(_ values: [Double]) {
    precondition(!values.isEmpty && values.allSatisfy(\.isFinite), "a distribution has finite values")
    self.values = values.sorted()
  }

  /// The value below which a share of the values lies, interpolated between neighbours (Hyndman and Fan 1996, type 7).
  /// - Parameter share: in [0, 1].
  func quantile(_ share: Double) -> Double {
    let place = share * Double(values.count - 1)
    let below = min(Int(place), values.count - 1)
    let above = min(below + 1, values.count - 1)
    return values[below] + (place - Double(below)) * (values[above] - values[below])
  }

  /// The two-sample Kolmogorov-Smirnov statistic: the largest difference between the shares of both sets that lie at or
  /// below a value, in [0, 1].
  func distance(to other: Distribution) -> Double {
    var (mine, theirs, largest) = (0, 0, 0.0)
    while mine < values.count, theirs < other.values.count {
      let value = min(values[mine], other.values[theirs])
      while mine < values.count, values[mine] <= value { mine += 1 }
      while theirs < other.values.count, other.values[theirs] <= value { theirs += 1 }
      let difference = Double(mine) / Double(values.count) - Double(theirs) / Double(other.values.count)
      largest = max(largest, abs(difference))
    }
    return largest
  }

  /// The share of the values in each of a few equal parts of a range; values outside count to the part at its end.
  func shares(in range: ClosedRange<Double>, parts: Int) -> [Double] {
    let width = (range.upperBound - range.lowerBound) / Double(parts)
    var counts = [Int](repeating: 0, count: parts)
    for value in values {
      let part = width > 0 ? ((value - range.lowerBound) / width).rounded(.down) : 0
      counts[Int(min(max(part, 0), Double(parts - 1)))] += 1
    }
    return counts.map { Double($0) / Double(values.count) }
  }
}
