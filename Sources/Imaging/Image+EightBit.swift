extension Image {
  /// A value as the 8-bit level it is stored as: the nearest of 0...255, NaN as 0.
  package static func level(_ value: Float) -> UInt8 {
    value > 0 ? UInt8(min(value * 255 + 0.5, 255)) : 0
  }

  /// The picture as 8-bit levels, interleaved `(height, width, 3)`.
  package var levels: [UInt8] {
    let plane = pixelCount
    return [UInt8](unsafeUninitializedCapacity: 3 * plane) { bytes, count in
      for pixel in 0..<plane {
        for channel in 0..<3 {
          bytes[3 * pixel + channel] = Image.level(samples[channel * plane + pixel])
        }
      }
      count = 3 * plane
    }
  }

  /// A picture from interleaved 8-bit levels `(height, width, 3)`.
  /// - Precondition: `levels` holds `height * width * 3` bytes.
  package init(width: Int, height: Int, levels: some RandomAccessCollection<UInt8>) {
    let plane = width * height
    precondition(levels.count == 3 * plane, "an 8-bit picture has three bytes a pixel")
    var samples = [Float](repeating: 0, count: 3 * plane)
    for (index, byte) in levels.enumerated() {
      samples[index % 3 * plane + index / 3] = Float(byte) / 255
    }
    self.init(width: width, height: height, samples: samples)
  }

  /// The picture as it is after storage in 8 bits: every value the nearest multiple of 1/255 in [0, 1].
  package var roundedToEightBits: Image {
    Image(width: width, height: height, samples: samples.map { Float(Image.level($0)) / 255 })
  }
}
