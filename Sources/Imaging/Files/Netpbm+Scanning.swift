extension Netpbm {
  /// The next whole number, with the white space and comments before it.
  mutating func number(_ name: @autoclosure () -> String, _ range: ClosedRange<Int>) throws(ImageFileError) -> Int {
    while position < bytes.count, Netpbm.isSpace(bytes[position]) || bytes[position] == Netpbm.hash {
      skipSpaceOrComment()
    }
    let start = position
    var value = 0
    while position < bytes.count, let digit = Netpbm.digit(bytes[position]), value <= range.upperBound {
      value = 10 * value + digit
      position += 1
    }
    if position == start { throw malformed("\(name()) should be a number") }
    guard range.contains(value) else {
      let limits = "from \(range.lowerBound) to \(range.upperBound)"
      throw .malformed(path: path, reason: "\(name()) should be \(limits)", offset: position)
    }
    return value
  }

  /// One white-space byte stands between the header and the samples, which may themselves look like white space.
  mutating func endHeader() throws(ImageFileError) {
    if position < bytes.count, bytes[position] == Netpbm.hash { skipSpaceOrComment() }
    guard position < bytes.count, Netpbm.isSpace(bytes[position]) else {
      throw malformed("white space should follow the header")
    }
    position += 1
  }

  /// Samples as numbers in text.
  mutating func numbers(_ count: Int, _ maximum: Int) throws(ImageFileError) -> [UInt16] {
    // Each takes a digit and what parts it from the next: a short file is refused before memory is taken.
    guard bytes.count - position >= 2 * count - 1 else { throw .truncated(path: path, length: bytes.count) }
    var values: [UInt16] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(UInt16(try number("a value", 0...maximum))) }
    return values
  }

  /// Samples as bytes, two for each where one does not hold the largest value.
  func samples(_ count: Int, _ maximum: Int) throws(ImageFileError) -> [UInt16] {
    let size = maximum < 256 ? 1 : 2
    guard bytes.count - position >= count * size else { throw .truncated(path: path, length: bytes.count) }
    var values: [UInt16] = []
    values.reserveCapacity(count)
    for at in stride(from: position, to: position + count * size, by: size) {
      let value = size == 1 ? UInt16(bytes[at]) : UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1])
      if value > maximum {
        throw .malformed(path: path, reason: "a value is \(value), above the largest, \(maximum)", offset: at + size)
      }
      values.append(value)
    }
    return values
  }

  private func malformed(_ reason: String) -> ImageFileError {
    position >= bytes.count
      ? .truncated(path: path, length: bytes.count)
      : .malformed(path: path, reason: reason, offset: position + 1)
  }

  private mutating func skipSpaceOrComment() {
    if bytes[position] == Netpbm.hash {
      while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    } else {
      position += 1
    }
  }

  private static func digit(_ byte: UInt8) -> Int? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
  }
}
