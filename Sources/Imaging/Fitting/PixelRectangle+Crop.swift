extension PixelRectangle {
  /// A rectangle from `x,y,width,height`, whole numbers of pixels, blanks around them or not.
  /// - Throws: `CropFault.notARectangle`.
  package init(crop text: String) throws(CropFault) {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let words = part.split(separator: " ")
      return words.count == 1 ? Int(words[0]) : nil
    }
    guard numbers.count == 4, let x = numbers[0], let y = numbers[1], let width = numbers[2], let height = numbers[3],
      width > 0, height > 0
    else { throw .notARectangle(text: text) }
    self.init(x: x, y: y, width: width, height: height)
  }

  /// Makes sure that the rectangle lies in a picture.
  /// - Parameter path: what the error calls the picture.
  /// - Throws: `CropFault.outside`.
  package func check(within image: Image, named path: String) throws(CropFault) {
    let isInside =
      x >= 0 && y >= 0 && x < image.width && y < image.height && width <= image.width - x && height <= image.height - y
    guard !isEmpty && isInside else {
      throw .outside(self, path: path, width: image.width, height: image.height)
    }
  }
}
