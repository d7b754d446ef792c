/// Makes EXIF data of one entry.
package struct ExifForge {
  package enum Order: Sendable { case little, big }

  package let order: Order

  package init(order: Order) {
    self.order = order
  }

  /// A header, a directory with the orientation, and no directory after it.
  package func orientation(_ value: Int) -> [UInt8] {
    let mark = Array((order == .little ? "II" : "MM").utf8)
    return mark + number(42, 2) + number(8, 4) + number(1, 2) + number(0x0112, 2) + number(3, 2) + number(1, 4)
      + number(value, 2) + number(0, 2) + number(0, 4)
  }

  /// A JPEG file with the orientation in a marker before all others.
  package func inserted(_ value: Int, into jpeg: [UInt8]) -> [UInt8] {
    Array(jpeg[..<2]) + ExifForge.marker(orientation(value)) + jpeg[2...]
  }

  /// JPEG's `APP1` marker with EXIF data.
  package static func marker(_ exif: [UInt8]) -> [UInt8] {
    let payload = Array("Exif\0\0".utf8) + exif
    return [0xFF, 0xE1, UInt8((payload.count + 2) >> 8), UInt8((payload.count + 2) & 0xFF)] + payload
  }

  private func number(_ value: Int, _ size: Int) -> [UInt8] {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    return order == .little ? bytes : bytes.reversed()
  }
}
