import Imaging

/// Reads any bytes as a picture, which must end in a picture or in a sentence.
package enum PictureReading {
  /// Pictures are small here, so that inputs are many.
  private static let limits = ImageFile.Limits(pixels: 1 << 14)

  package static func attempt(_ bytes: [UInt8]) {
    do {
      let image = try ImageFile.decode(bytes, named: "fuzz", limits: limits)
      precondition(image.pixelCount <= limits.pixels)
      precondition(image.samples.allSatisfy { (0...1).contains($0) })
    } catch {
      precondition(error.description.hasPrefix("fuzz: ") && error.description.hasSuffix("."))
    }
  }
}
