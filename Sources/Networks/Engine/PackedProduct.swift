import CKernels

/// The weights of a convolution or a linear layer, packed for the kernels.
///
/// A linear layer is a convolution with a 1 x 1 window on an image of one pixel.
final class PackedProduct: Sendable {
  let shape: ConvolutionShape
  let kernels: Kernels
  /// `[output / panel][R * S * C][panel]`.
  let forward: FloatBuffer
  /// `(output)` in whole panels.
  let bias: FloatBuffer
  /// The weights turned by 180 degrees with input and output exchanged: `[input / panel][R * S * output][panel]`.
  let backward: FloatBuffer
  /// The bias of the backward product.
  let zeros: FloatBuffer

  init(_ shape: ConvolutionShape, kernels: Kernels) {
    self.shape = shape
    self.kernels = kernels
    let window = shape.kernel * shape.kernel
    forward = FloatBuffer(count: ck_packed_count(kernels.table, window * shape.input, shape.output))
    backward = FloatBuffer(count: ck_packed_count(kernels.table, window * shape.output, shape.input))
    bias = FloatBuffer(count: kernels.wholePanels(shape.output))
    zeros = FloatBuffer(count: kernels.wholePanels(shape.input))
  }

  /// Packs weights in PyTorch's layout, `(output, input, R, S)`.
  func packForward(_ weights: UnsafePointer<Float>) {
    let window = shape.kernel * shape.kernel
    let depth = window * shape.input
    for (first, count) in panels(of: shape.output) {
      var packed = forward.start + first * depth
      for tap in 0..<window {
        for channel in 0..<shape.input {
          let source = weights + (first * shape.input + channel) * window + tap
          for lane in 0..<count { packed[lane] = source[lane * depth] }
          packed += kernels.panel
        }
      }
    }
  }

  /// Packs weights in PyTorch's layout for the backward pass by the input.
  func packBackward(_ weights: UnsafePointer<Float>) {
    let window = shape.kernel * shape.kernel
    for (first, count) in panels(of: shape.input) {
      var packed = backward.start + first * window * shape.output
      for tap in 0..<window {
        for channel in 0..<shape.output {
          let source = weights + (channel * shape.input + first) * window + (window - 1 - tap)
          for lane in 0..<count { packed[lane] = source[lane * window] }
          packed += kernels.panel
        }
      }
    }
  }

  private func panels(of channels: Int) -> [(first: Int, count: Int)] {
    stride(from: 0, to: channels, by: kernels.panel).map { ($0, min(kernels.panel, channels - $0)) }
  }
}

extension PackedProduct {
  /// The backward pass of a convolution by its input: rows of the input's gradient from the output's gradient at
  /// stride 1, `gradientPlane` with its halo of zeros.
  func backward(
    from outputGradient: UnsafePointer<Float>, _ gradientPlane: Plane, to firstPixel: UnsafeMutablePointer<Float>,
    _ inputPlane: Plane, rows: Range<Int>
  ) {
    let grid = ck_rows(
      outer: rows.count, inner: inputPlane.width, input_outer: gradientPlane.rowStride,
      input_inner: gradientPlane.channels, output_outer: inputPlane.rowStride, output_inner: inputPlane.channels)
    ck_multiply(
      kernels.table, grid, shape.backwardDepth(in: gradientPlane),
      outputGradient + shape.firstBackwardPatch(in: gradientPlane) + rows.lowerBound * gradientPlane.rowStride,
      backward.start, zeros.start, shape.input, 0, firstPixel + rows.lowerBound * inputPlane.rowStride)
  }
}

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
