import CKernels

/// The weights of a direct convolution or a linear layer, packed for the kernels.
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
    let window = shape.window.area
    forward = FloatBuffer(count: ck_packed_count(kernels.table, window * shape.input, shape.output))
    backward = FloatBuffer(count: ck_packed_count(kernels.table, window * shape.output, shape.input))
    bias = FloatBuffer(count: kernels.wholePanels(shape.output))
    zeros = FloatBuffer(count: kernels.wholePanels(shape.input))
  }

  /// Packs weights in PyTorch's layout, `(output, input, R, S)`.
  func packForward(_ weights: UnsafePointer<Float>) {
    PackedProduct.pack(weights, shape, turned: false, kernels: kernels, to: forward.start)
  }

  /// Packs weights in PyTorch's layout for the backward pass by the input.
  func packBackward(_ weights: UnsafePointer<Float>) {
    PackedProduct.pack(weights, shape, turned: true, kernels: kernels, to: backward.start)
  }

  /// Packs weights for both passes, and the bias.
  func pack(_ weights: [Float], bias: [Float]) {
    packForward(weights)
    packBackward(weights)
    packBias(bias)
  }

  /// Takes the bias, `(output)`.
  func packBias(_ source: UnsafePointer<Float>) { bias.start.update(from: source, count: shape.output) }

  /// Weights in PyTorch's layout, packed as `forward`, or turned as `backward`.
  static func packed(
    _ weights: UnsafePointer<Float>, _ shape: ConvolutionShape, turned: Bool, kernels: Kernels
  ) -> FloatBuffer {
    let (depth, columns) = turned ? (shape.output, shape.input) : (shape.input, shape.output)
    let packed = FloatBuffer(count: ck_packed_count(kernels.table, shape.window.area * depth, columns))
    pack(weights, shape, turned: turned, kernels: kernels, to: packed.start)
    return packed
  }

  private static func pack(
    _ weights: UnsafePointer<Float>, _ shape: ConvolutionShape, turned: Bool, kernels: Kernels,
    to packed: UnsafeMutablePointer<Float>
  ) {
    let window = shape.window.area
    let (depth, columns) = turned ? (shape.output, shape.input) : (shape.input, shape.output)
    // Floats from one value of the summed axis, and of the columns, to the next.
    let (depthStride, columnStride) =
      turned ? (shape.input * window, window) : (window, shape.input * window)
    var target = packed
    for first in stride(from: 0, to: columns, by: kernels.panel) {
      let count = min(kernels.panel, columns - first)
      for tap in 0..<window {
        var source = weights + first * columnStride + (turned ? window - 1 - tap : tap)
        for _ in 0..<depth {
          for lane in 0..<count { target[lane] = source[lane * columnStride] }
          target += kernels.panel
          source += depthStride
        }
      }
    }
  }
}
