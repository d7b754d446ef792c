extension ImageFile {
  /// How large a picture may be.
  package struct Limits: Sendable {
    /// The most pixels, checked against the header before memory is taken for them.
    package var pixels: Int

    package init(pixels: Int) {
      self.pixels = pixels
    }

    /// 2^26 pixels, 67 megapixels: 8192 x 8192, or 9459 x 7094 at 4:3.
    ///
    /// The one limit of everything that reads a picture. Cameras and telephones store 12 to 50 megapixels; a picture at
    /// the limit takes 1 GB of memory while it is read.
    package static let `default` = Limits(pixels: 1 << 26)

    /// - Parameters:
    ///   - path: what the error calls the file.
    ///   - width: the header's, below 2^31.
    ///   - height: the header's, below 2^31.
    /// - Throws: `ImageFileError.tooLarge` when there are more pixels.
    func check(_ path: String, width: Int, height: Int) throws(ImageFileError) {
      guard width * height <= pixels else {
        throw .tooLarge(path: path, width: width, height: height, limit: pixels)
      }
    }
  }
}
