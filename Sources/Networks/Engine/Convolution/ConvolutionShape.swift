import CKernels

/// A convolution's sizes: `input` channels, `output` channels, a square window.
struct ConvolutionShape: Equatable, Sendable {
  var input: Int
  var output: Int
  var kernel: Int
  var stride: Int
  var padding: Int

  /// The halo that the output's gradient needs when the backward pass reads it under turned weights.
  var gradientHalo: Int { max(0, kernel - 1 - padding) }

  /// The patch under an output pixel, in the input's plane.
  func depth(in plane: Plane) -> ck_depth {
    ck_depth(runs: kernel, run_length: kernel * input, run_stride: plane.rowStride)
  }

  /// The output pixels of rows `0..<rows` and where their patches start.
  func rows(_ rows: Int, from input: Plane, to output: Plane) -> ck_rows {
    ck_rows(
      outer: rows, inner: output.width, input_outer: stride * input.rowStride,
      input_inner: stride * input.channels, output_outer: output.rowStride, output_inner: output.channels)
  }

  /// Where the first patch starts, counted from the start of the input's plane.
  func firstPatch(in plane: Plane) -> Int {
    plane.origin - padding * (plane.rowStride + plane.channels)
  }

  /// The patch of the output's gradient under an input pixel.
  func backwardDepth(in gradient: Plane) -> ck_depth {
    ck_depth(runs: kernel, run_length: kernel * output, run_stride: gradient.rowStride)
  }

  /// Where the first patch of the output's gradient starts, counted from the start of its plane.
  func firstBackwardPatch(in gradient: Plane) -> Int {
    gradient.origin - (kernel - 1 - padding) * (gradient.rowStride + gradient.channels)
  }
}
