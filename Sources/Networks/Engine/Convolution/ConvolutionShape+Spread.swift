extension ConvolutionShape {
  /// Sets an output's gradient apart by the stride, with zeros between: what it would be at stride 1.
  func spread(
    _ gradient: UnsafePointer<Float>, _ plane: Plane, to spread: UnsafeMutablePointer<Float>, _ spreadPlane: Plane
  ) {
    spread.update(repeating: 0, count: spreadPlane.count)
    for y in 0..<plane.height {
      for x in 0..<plane.width {
        let source = gradient + plane.origin + y * plane.rowStride + x * plane.channels
        let target =
          spread + spreadPlane.origin + y * stride * spreadPlane.rowStride + x * stride * spreadPlane.channels
        target.update(from: source, count: plane.channels)
      }
    }
  }
}
