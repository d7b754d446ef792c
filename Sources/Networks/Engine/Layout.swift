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
}

/// The network's own first step: (x - mean) / standard deviation, channel by channel.
struct InputNormalization: Sendable {
  let mean: [Float]
  /// 1 / standard deviation.
  let scale: [Float]

  init(_ architecture: Architecture) {
    mean = architecture.mean
    scale = architecture.standardDeviation.map { 1 / $0 }
  }

  /// Normalises rows of an image `(channels, height, width)` into the engine's order.
  func apply(
    _ image: UnsafePointer<Float>, to plane: Plane, _ values: UnsafeMutablePointer<Float>, rows: Range<Int>
  ) {
    for c in 0..<plane.channels {
      let (mean, scale) = (mean[c], scale[c])
      for y in rows {
        let source = image + (c * plane.height + y) * plane.width
        var target = values + plane.origin + y * plane.rowStride + c
        for x in 0..<plane.width {
          target.pointee = (source[x] - mean) * scale
          target += plane.channels
        }
      }
    }
  }

  /// Brings the gradient by the normalised values back to an image's order and scale.
  func applyBackward(
    _ gradient: UnsafePointer<Float>, of plane: Plane, to image: UnsafeMutablePointer<Float>, rows: Range<Int>
  ) {
    for c in 0..<plane.channels {
      let scale = scale[c]
      for y in rows {
        var source = gradient + plane.origin + y * plane.rowStride + c
        let target = image + (c * plane.height + y) * plane.width
        for x in 0..<plane.width {
          target[x] = source.pointee * scale
          source += plane.channels
        }
      }
    }
  }
}
