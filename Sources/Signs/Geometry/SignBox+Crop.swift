import Imaging

extension SignBox {
  /// What a reader gets of a sign: its box with a tenth of its size more on every side, as the benchmark's photographs
  /// have it.
  package var networkCrop: SignBox { grown(by: SignBox.networkMargin) }
}

extension Image {
  /// A box of the picture in a reader's size, resampled by area.
  /// - Parameters:
  ///   - box: what is cut out; it may reach beyond the picture.
  ///   - window: which part of the frame the picture is, where the box is given in the frame's pixels.
  package func cropped(to box: SignBox, in window: PixelRectangle? = nil, shape: PictureShape) -> Image {
    cropped(
      x: box.x - Double(window?.x ?? 0), y: box.y - Double(window?.y ?? 0), width: box.width, height: box.height,
      toWidth: shape.width, height: shape.height)
  }
}
