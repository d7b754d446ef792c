/// Moves images between PyTorch's order, channels of rows, and the engine's, rows of pixels.
enum Layout {
  /// Pixels of channels to channels of pixels, without halo.
  static func channelsFirst(_ plane: Plane, _ pixels: UnsafePointer<Float>, to channels: UnsafeMutablePointer<Float>) {
    let area = plane.height * plane.width
    for y in 0..<plane.height {
      for x in 0..<plane.width {
        let pixel = pixels + y * plane.rowStride + x * plane.channels
        let target = channels + y * plane.width + x
        for c in 0..<plane.channels { target[c * area] = pixel[c] }
      }
    }
  }

  /// Channels of pixels to pixels of channels.
  static func channelsLast(_ channels: UnsafePointer<Float>, to plane: Plane, _ pixels: UnsafeMutablePointer<Float>) {
    let area = plane.height * plane.width
    for y in 0..<plane.height {
      for x in 0..<plane.width {
        let source = channels + y * plane.width + x
        let pixel = pixels + y * plane.rowStride + x * plane.channels
        for c in 0..<plane.channels { pixel[c] = source[c * area] }
      }
    }
  }

  /// One image's plane, halo included, as a vector.
  static func flatten(
    _ plane: Plane, _ values: UnsafePointer<Float>, _ order: Graph.FlatOrder, to vector: UnsafeMutablePointer<Float>
  ) {
    switch order {
    case .channelsFirst: channelsFirst(plane, values + plane.origin, to: vector)
    case .channelsLast:
      Plane.copy(
        plane.channels, rows: 0..<plane.height, from: values, plane, channel: 0, to: vector, plane.with(halo: 0),
        channel: 0)
    }
  }

  /// A vector as one image's plane, halo included.
  static func unflatten(
    _ vector: UnsafePointer<Float>, _ order: Graph.FlatOrder, to plane: Plane, _ values: UnsafeMutablePointer<Float>
  ) {
    switch order {
    case .channelsFirst: channelsLast(vector, to: plane, values + plane.origin)
    case .channelsLast:
      Plane.copy(
        plane.channels, rows: 0..<plane.height, from: vector, plane.with(halo: 0), channel: 0, to: values, plane,
        channel: 0)
    }
  }
}
