import Imaging
import Networks

/// Values as the 8-bit levels they are stored as, in the order in which they stand.
enum EightBitLevels {
  /// The value in [0, 1] of each level.
  static let values = (0...255).map { Float($0) / 255 }

  static func levels(of values: some Collection<Float>) -> [UInt8] {
    values.map(Image.level)
  }

  /// How many whole levels fit into a bound in [0, 1], so that a change by as many stays within the bound.
  static func levels(within bound: Double) -> Int {
    Int(min(max(bound, 0), 1) * 255 + 1e-6)
  }

  /// Writes the values of `levels` over one item of a batch.
  static func write(_ levels: [UInt8], to batch: inout Tensor, row: Int) {
    let start = row * levels.count
    batch.elements.withUnsafeMutableBufferPointer { elements in
      levels.withUnsafeBufferPointer { levels in
        for index in levels.indices { elements[start + index] = Float(levels[index]) / 255 }
      }
    }
  }

  /// Appends the values of `levels` to a batch that is being put together.
  static func append(_ levels: [UInt8], to elements: inout [Float]) {
    values.withUnsafeBufferPointer { values in
      for level in levels { elements.append(values[Int(level)]) }
    }
  }
}
