import CKernels

/// The backward pass of a convolution by its input as patches: each pixel of the output's gradient, times the weights,
/// gives the gradient of the patch under it, and overlapping patches add up (col2im).
final class PatchScatter: Sendable {
  private let shape: ConvolutionShape
  private let kernels: Kernels
  private let input: Plane
  /// `[R * S * C / panel][output][panel]`
  private let weights: FloatBuffer
  private let zeros: FloatBuffer
  /// Floats of one patch, `R * S * C`, in whole panels.
  private let patch: Int
  /// The input's gradient with as much room around it as patches may reach beyond.
  private let padded: Plane

  init(_ shape: ConvolutionShape, input: Plane, kernels: Kernels) {
    self.shape = shape
    self.kernels = kernels
    self.input = input
    patch = kernels.wholePanels(shape.depth)
    weights = FloatBuffer(count: patch * shape.output)
    zeros = FloatBuffer(count: patch)
    padded = input.with(halo: shape.window.padding.largest)
  }

  /// The width of the output's gradient.
  private var columns: Int { shape.window.places(on: input).across }

  /// The padded plane, and the patches of one row of the output's gradient.
  var scratchCount: Int { padded.count + columns * patch }

  /// Packs weights in PyTorch's layout, `(output, input, R, S)`.
  func pack(_ source: UnsafePointer<Float>) {
    let window = shape.window.area
    for column in 0..<window * shape.input {
      let (tap, channel) = (column / shape.input, column % shape.input)
      let target = weights.start + column / kernels.panel * kernels.panel * shape.output + column % kernels.panel
      for output in 0..<shape.output {
        target[output * kernels.panel] = source[(output * shape.input + channel) * window + tap]
      }
    }
  }

  /// Computes rows of one image's input gradient.
  ///
  /// A row sums over the same patches in the same order whatever other rows are asked for.
  func backward(
    from gradient: UnsafePointer<Float>, _ plane: Plane, to inputGradient: UnsafeMutablePointer<Float>,
    _ inputPlane: Plane, rows: Range<Int>, scratch: UnsafeMutablePointer<Float>
  ) {
    let (sums, patches) = (scratch, scratch + padded.count)
    sums.update(repeating: 0, count: padded.count)
    let grid = ck_rows(
      outer: 1, inner: plane.width, input_outer: 0, input_inner: plane.channels, output_outer: 0, output_inner: patch)
    let window = shape.window
    let runs = ck_depth(
      runs: window.height, run_length: window.width * shape.input, run_stride: padded.rowStride)
    // The patches of row y cover the rows from y * stride - padding on.
    let first = max(0, (rows.lowerBound + window.padding.top - window.height) / window.strideDown)
    let end = min(plane.height, (rows.upperBound - 1 + window.padding.top) / window.strideDown + 1)
    let start = sums + shape.firstPatch(in: padded)
    for y in first..<max(first, end) {
      ck_multiply(
        kernels.table, grid, ck_depth(runs: 1, run_length: shape.output, run_stride: 0),
        gradient + plane.origin + y * plane.rowStride, weights.start, zeros.start, patch, 0, patches)
      ck_scatter(
        1, plane.width, patches, patch, runs, 0, window.strideAcross * shape.input,
        start + y * window.strideDown * padded.rowStride)
    }
    for y in rows {
      (inputGradient + inputPlane.origin + y * inputPlane.rowStride).update(
        from: sums + padded.origin + y * padded.rowStride, count: inputPlane.width * inputPlane.channels)
    }
  }
}
