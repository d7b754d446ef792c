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

  /// The largest bound of whole levels within a bound in [0, 1]: what a picture of 8 bits can keep of it.
  static func wholeLevels(within bound: Double) -> Double { Double(levels(within: bound)) / 255 }

  /// Writes the values of `levels`.
  static func write(_ levels: [UInt8], to picture: UnsafeMutableBufferPointer<Float>) {
    levels.withUnsafeBufferPointer { levels in
      for index in levels.indices { picture[index] = Float(levels[index]) / 255 }
    }
  }

  /// Puts values on the nearest of the levels, what is not a number on 0.
  static func round(_ picture: UnsafeMutableBufferPointer<Float>) {
    for index in picture.indices {
      let value = picture[index] > 0 ? min(picture[index], 1) : 0
      // Through an integer: it is the nearest level, and one instruction.
      picture[index] = Float(Int32(value * 255 + 0.5)) / 255
    }
  }

  /// Appends the values of `levels` to a batch that is being put together.
  static func append(_ levels: [UInt8], to elements: inout [Float]) {
    values.withUnsafeBufferPointer { values in
      for level in levels { elements.append(values[Int(level)]) }
    }
  }
}
