import CKernels

/// A convolution's sizes: `input` channels, `output` channels, a square window.
struct ConvolutionShape: Equatable, Sendable {
  var input: Int
  var output: Int
  var kernel: Int
  var stride: Int
  var padding: Int

  /// The halo that the output's gradient needs for the backward pass by the input.
  var gradientHalo: Int { max(0, kernel - 1 - padding) }

  /// What the backward pass by the input reads: the output's gradient as it would be at stride 1, with zeros between
  /// its pixels when the stride is larger.
  func gradientPlane(input plane: Plane) -> Plane {
    Plane(
      height: plane.height + 2 * padding - kernel + 1, width: plane.width + 2 * padding - kernel + 1,
      channels: output, halo: gradientHalo)
  }

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
