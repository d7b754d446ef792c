internal import Imaging

/// An RGB picture of 8-bit sRGB values, origin top left.
public struct Picture: Sendable, Equatable {
  /// In pixels, at least 1.
  public let width: Int
  /// In pixels, at least 1.
  public let height: Int
  /// Row by row, red, green and blue of a pixel one after another: `(height, width, 3)`.
  public let levels: [UInt8]

  /// A picture from its values.
  /// - Precondition: both sides are at least 1, and `levels` holds `height * width * 3` values.
  public init(width: Int, height: Int, levels: [UInt8]) {
    precondition(width > 0 && height > 0, "a picture has at least one pixel")
    precondition(levels.count == 3 * width * height, "a picture has three values a pixel")
    self.width = width
    self.height = height
    self.levels = levels
  }

  /// Reads a picture file; transparent parts are laid over white.
  /// - Throws: `StoplineError` when the file is missing, damaged, or of another format.
  public init(contentsOf path: String) throws(StoplineError) {
    self.init(try StoplineError.explaining { try ImageFile.read(path) })
  }

  /// Writes a PNG file; a file that is there already is replaced.
  /// - Throws: `StoplineError` when it cannot be written; nothing half-written is left then.
  public func write(to path: String) throws(StoplineError) {
    try StoplineError.explaining { try ImageFile.writePNG(image, to: path) }
  }

  init(_ image: Image) {
    self.init(width: image.width, height: image.height, levels: image.levels)
  }

  var image: Image { Image(width: width, height: height, levels: levels) }
}
