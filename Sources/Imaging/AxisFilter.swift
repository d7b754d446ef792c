/// How the samples along one side of a picture become those of another length.
///
/// Positions are real: sample `j` covers `j ..< j + 1`, and what lies beyond the first and last sample equals them.
/// Where samples become fewer, each new one is the mean over the interval it covers (exact box coverage); where they
/// become more, it is interpolated linearly between the centres of the two nearest. At one to one both give the same.
struct AxisFilter {
  /// For each new sample, the first old sample that it takes from.
  private(set) var starts: [Int] = []
  /// For each new sample and the end, where its weights begin in `weights`.
  private(set) var offsets: [Int] = [0]
  /// The weights of all new samples, each one's adding up to 1.
  private(set) var weights: [Double] = []

  /// - Parameters:
  ///   - length: how many old samples there are.
  ///   - origin: where the new samples begin.
  ///   - extent: how much of the old side they cover, above 0.
  ///   - count: how many new samples there are.
  init(length: Int, origin: Double, extent: Double, count: Int) {
    let step = extent / Double(count)
    starts.reserveCapacity(count)
    for index in 0..<count {
      if step >= 1 {
        appendMean(from: origin + Double(index) * step, to: origin + Double(index + 1) * step, length: length)
      } else {
        appendInterpolation(at: origin + (Double(index) + 0.5) * step - 0.5, length: length)
      }
      offsets.append(weights.count)
    }
  }

  /// The old samples that any new one takes from.
  var span: Range<Int> {
    let ends = starts.indices.map { starts[$0] + offsets[$0 + 1] - offsets[$0] }
    return (starts.min() ?? 0)..<(ends.max() ?? 0)
  }

  private mutating func appendMean(from low: Double, to high: Double, length: Int) {
    let end = Double(length)
    let first = Int(min(max(low.rounded(.down), 0), end - 1))
    let last = Int(min(max(high.rounded(.up) - 1, Double(first)), end - 1))
    starts.append(first)
    for sample in first...last {
      // The first and last sample also stand for everything beyond them.
      let left = sample == 0 ? -Double.infinity : Double(sample)
      let right = sample == length - 1 ? Double.infinity : Double(sample + 1)
      weights.append(max(0, min(high, right) - max(low, left)) / (high - low))
    }
  }

  private mutating func appendInterpolation(at position: Double, length: Int) {
    let clamped = min(max(position, 0), Double(length - 1))
    let first = min(Int(clamped), max(length - 2, 0))
    starts.append(first)
    guard length > 1 else { return weights.append(1) }
    weights.append(1 - (clamped - Double(first)))
    weights.append(clamped - Double(first))
  }
}
