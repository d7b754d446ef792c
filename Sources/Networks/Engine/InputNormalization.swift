/// The network's own first step: from a picture's planes to its own channels, then (x - mean) / standard deviation,
/// channel by channel.
struct InputNormalization: Sendable {
  private let order: InputContract.ChannelOrder
  private let mean: [Float]
  /// 1 / standard deviation.
  private let scale: [Float]

  /// The parts of R, G and B in luma: ITU-R BT.601, as Pillow and OpenCV have it.
  private static let luma: [Float] = [0.299, 0.587, 0.114]

  init(_ input: InputContract) {
    order = input.order
    mean = input.mean
    scale = input.deviation.map { 1 / $0 }
  }

  /// Normalises rows of a picture `(planes, height, width)` into the engine's order.
  func apply(
    _ picture: UnsafePointer<Float>, to plane: Plane, _ values: UnsafeMutablePointer<Float>, rows: Range<Int>
  ) {
    if order == .gray {
      applyLuma(picture, to: plane, values, rows: rows)
      return
    }
    for c in 0..<plane.channels {
      let (mean, scale) = (mean[c], scale[c])
      for y in rows {
        let source = picture + (pictureChannel(c) * plane.height + y) * plane.width
        var target = values + plane.origin + y * plane.rowStride + c
        for x in 0..<plane.width {
          target.pointee = (source[x] - mean) * scale
          target += plane.channels
        }
      }
    }
  }

  /// Brings the gradient by the normalised values back to a picture's order and scale.
  func applyBackward(
    _ gradient: UnsafePointer<Float>, of plane: Plane, to picture: UnsafeMutablePointer<Float>, rows: Range<Int>
  ) {
    if order == .gray {
      applyLumaBackward(gradient, of: plane, to: picture, rows: rows)
      return
    }
    for c in 0..<plane.channels {
      let scale = scale[c]
      for y in rows {
        var source = gradient + plane.origin + y * plane.rowStride + c
        let target = picture + (pictureChannel(c) * plane.height + y) * plane.width
        for x in 0..<plane.width {
          target[x] = source.pointee * scale
          source += plane.channels
        }
      }
    }
  }

  /// Values of a picture that becomes `plane`.
  func pictureValues(_ plane: Plane) -> Int { plane.height * plane.width * (order == .gray ? 3 : plane.channels) }

  /// The picture's plane that becomes channel `channel`.
  private func pictureChannel(_ channel: Int) -> Int { order == .bgr ? 2 - channel : channel }

  private func applyLuma(
    _ picture: UnsafePointer<Float>, to plane: Plane, _ values: UnsafeMutablePointer<Float>, rows: Range<Int>
  ) {
    let area = plane.height * plane.width
    for y in rows {
      let (source, target) = (picture + y * plane.width, values + plane.origin + y * plane.rowStride)
      for x in 0..<plane.width {
        let value = Self.luma[0] * source[x] + Self.luma[1] * source[area + x] + Self.luma[2] * source[2 * area + x]
        target[x] = (value - mean[0]) * scale[0]
      }
    }
  }

  private func applyLumaBackward(
    _ gradient: UnsafePointer<Float>, of plane: Plane, to picture: UnsafeMutablePointer<Float>, rows: Range<Int>
  ) {
    for (channel, part) in Self.luma.enumerated() {
      for y in rows {
        let source = gradient + plane.origin + y * plane.rowStride
        let target = picture + (channel * plane.height + y) * plane.width
        for x in 0..<plane.width { target[x] = source[x] * scale[0] * part }
      }
    }
  }
}
