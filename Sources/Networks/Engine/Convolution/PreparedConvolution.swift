/// A convolution whose algorithm is chosen and whose weights are packed for one instruction set.
///
/// Images stand one after another, each in its plane; buffers begin at a plane's start, halo included.
protocol PreparedConvolution: Sendable {
  var shape: ConvolutionShape { get }
  /// How it forms its sums; never `automatic`.
  var algorithm: ConvolutionAlgorithm { get }
  var kernels: Kernels { get }
  /// The halo of zeros that the backward pass reads around the output's gradient.
  var gradientHalo: Int { get }
  /// Rows of the output, and of the input's gradient, that are computed together: cuts fall on multiples.
  var rowUnit: Int { get }
  /// How many images fill the blocks that the arithmetic works on.
  var imagesTogether: Int { get }
  /// Floats of scratch that a worker brings to a call.
  var scratchCount: Int { get }
  /// Into how many panels of output channels a call may be cut; 1 where a part's panels are not looked at.
  var panels: Int { get }

  /// Packs weights in PyTorch's layout, `(output, input, R, S)`.
  func packForward(_ weights: UnsafePointer<Float>)
  /// Takes the bias, `(output)`.
  func packBias(_ bias: UnsafePointer<Float>)
  /// Packs the same weights for the backward pass by the input.
  func packBackward(_ weights: UnsafePointer<Float>)

  /// Output pixels a side of Winograd's tile; nil for the direct algorithm.
  var tileSize: Int? { get }

  /// Whether the largest of every two by two output pixels can be kept on the way out.
  func canPool(_ output: Plane) -> Bool

  /// Computes a part of the output of `count` images.
  func forward(
    _ count: Int, from input: UnsafePointer<Float>, _ inputPlane: Plane, to output: UnsafeMutablePointer<Float>,
    _ outputPlane: Plane, part: ConvolutionPart, ending: ConvolutionEnding, scratch: UnsafeMutablePointer<Float>)

  /// Computes rows of the input's gradient of `count` images from the output's gradient, whose plane has the halo
  /// `gradientHalo`.
  func backward(
    _ count: Int, from outputGradient: UnsafePointer<Float>, _ gradientPlane: Plane,
    to inputGradient: UnsafeMutablePointer<Float>, _ inputPlane: Plane, rows: Range<Int>,
    scratch: UnsafeMutablePointer<Float>)

  /// Floats of a worker's sums for `addWeightGradient`.
  var weightGradientCount: Int { get }
  /// Floats of scratch that a worker brings to `addWeightGradient`.
  func weightGradientScratch(input: Plane, gradient: Plane) -> Int
  /// Adds what `count` images give to the sums of the gradient by the weights.
  func addWeightGradient(
    _ count: Int, from input: UnsafePointer<Float>, _ inputPlane: Plane, _ outputGradient: UnsafePointer<Float>,
    _ gradientPlane: Plane, to sums: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>)
  /// Brings sums to the order `[R][S][input / groups][output]`.
  func finishWeightGradient(_ sums: UnsafePointer<Float>, to gradient: UnsafeMutablePointer<Float>)
}

/// Which part of a convolution's output a call computes.
struct ConvolutionPart {
  /// Rows of the convolution's output.
  var rows: Range<Int>
  /// Panels of output channels.
  var panels: Range<Int>
}

/// What happens to a convolution's output on its way to memory.
struct ConvolutionEnding {
  var relu = false
  /// Whether only the largest of every two by two pixels is written.
  var pools = false
  /// Where it is noted which of the four it was, `[row][column][channel]` of the first image, and how many bytes apart
  /// the images' notes are; nil to note nothing.
  var places: UnsafeMutablePointer<UInt8>?
  var placesApart = 0
}

extension PreparedConvolution {
  var panels: Int { shape.output.panels(of: kernels) }

  /// Packs weights for both passes, and the bias.
  func pack(_ weights: [Float], bias: [Float]) {
    packForward(weights)
    packBackward(weights)
    packBias(bias)
  }
}

extension ConvolutionAlgorithm {
  /// Prepares a convolution between two planes; its weights are packed later.
  func prepare(_ shape: ConvolutionShape, input: Plane, output: Plane, kernels: Kernels) -> any PreparedConvolution {
    if shape.groups > 1 {
      return shape.isDepthwise
        ? DepthwiseConvolution(shape, kernels: kernels)
        : GroupedConvolution(shape, input: input, output: output, kernels: kernels)
    }
    if let size = tileSize(for: shape, output: output, kernels: kernels) {
      return WinogradConvolution(shape, size: size, input: input, output: output, kernels: kernels)
    }
    return DirectConvolution(shape, input: input, kernels: kernels)
  }
}
