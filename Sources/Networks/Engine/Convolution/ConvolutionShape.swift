import CKernels

/// A convolution's sizes: `input` channels, `output` channels, a window, and into how many groups the channels are cut.
package struct ConvolutionShape: Equatable, Sendable {
  package var input: Int
  package var output: Int
  package var window: Window
  package var groups: Int

  package init(input: Int, output: Int, window: Window, groups: Int = 1) {
    self.input = input
    self.output = output
    self.window = window
    self.groups = groups
  }

  /// A square window on all channels.
  package init(input: Int, output: Int, kernel: Int, stride: Int, padding: Int) {
    self.init(input: input, output: output, window: Window(kernel, stride: stride, padding: padding))
  }

  /// The shape of the weights in PyTorch's layout, `(output, input / groups, height, width)`.
  package var weightShape: [Int] { [output, input / groups, window.height, window.width] }

  /// The weights under one output value.
  var depth: Int { window.area * input / groups }

  /// What the gradient's rows above and below, and its columns left and right, are read beyond its edge when the backward
  /// pass reads it under turned weights; negative where its edge is not reached.
  var turnedPadding: Padding {
    Padding(
      top: window.height - 1 - window.padding.top, left: window.width - 1 - window.padding.left,
      bottom: window.height - 1 - window.padding.bottom, right: window.width - 1 - window.padding.right)
  }

  /// The halo that the output's gradient needs when the backward pass reads it under turned weights.
  var gradientHalo: Int { max(0, turnedPadding.largest) }

  /// The patch under an output pixel, in the input's plane.
  func depth(in plane: Plane) -> ck_depth {
    ck_depth(runs: window.height, run_length: window.width * input, run_stride: plane.rowStride)
  }

  /// The output pixels of rows `0..<rows` and where their patches start.
  func rows(_ rows: Int, from input: Plane, to output: Plane) -> ck_rows {
    ck_rows(
      outer: rows, inner: output.width, input_outer: window.strideDown * input.rowStride,
      input_inner: window.strideAcross * input.channels, output_outer: output.rowStride,
      output_inner: output.channels)
  }

  /// Where the first patch starts, counted from the start of the input's plane.
  func firstPatch(in plane: Plane) -> Int {
    plane.origin - window.padding.top * plane.rowStride - window.padding.left * plane.channels
  }

  /// The patch of the output's gradient under an input pixel.
  func backwardDepth(in gradient: Plane) -> ck_depth {
    ck_depth(runs: window.height, run_length: window.width * output, run_stride: gradient.rowStride)
  }

  /// Where the first patch of the output's gradient starts, counted from the start of its plane.
  func firstBackwardPatch(in gradient: Plane) -> Int {
    gradient.origin - turnedPadding.top * gradient.rowStride - turnedPadding.left * gradient.channels
  }
}
