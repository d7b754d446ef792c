import CKernels

/// A convolution in which each channel sees itself alone: one multiply-add for each tap, channels side by side in vectors.
final class DepthwiseConvolution: PreparedConvolution {
  let shape: ConvolutionShape
  let kernels: Kernels
  private let bias: FloatBuffer
  /// `[tap][channel]`
  private let weights: FloatBuffer

  init(_ shape: ConvolutionShape, kernels: Kernels) {
    self.shape = shape
    self.kernels = kernels
    bias = FloatBuffer(count: kernels.wholePanels(shape.output))
    weights = FloatBuffer(count: shape.window.area * shape.output)
  }

  let algorithm = ConvolutionAlgorithm.direct
  let tileSize: Int? = nil
  let gradientHalo = 0
  let rowUnit = 1
  let imagesTogether = 1
  let scratchCount = 0
  let panels = 1

  func canPool(_ output: Plane) -> Bool { false }

  func packForward(_ source: UnsafePointer<Float>) {
    for channel in 0..<shape.output {
      for tap in 0..<shape.window.area {
        weights.start[tap * shape.output + channel] = source[channel * shape.window.area + tap]
      }
    }
  }

  func packBias(_ source: UnsafePointer<Float>) { bias.start.update(from: source, count: shape.output) }

  /// Both passes read the same weights.
  func packBackward(_ source: UnsafePointer<Float>) {}

  func forward(
    _ count: Int, from input: UnsafePointer<Float>, _ inputPlane: Plane, to output: UnsafeMutablePointer<Float>,
    _ outputPlane: Plane, part: ConvolutionPart, ending: ConvolutionEnding, scratch: UnsafeMutablePointer<Float>
  ) {
    let first = shape.firstPatch(in: inputPlane) + part.rows.lowerBound * shape.window.strideDown * inputPlane.rowStride
    for image in 0..<count {
      kernels.table.pointee.depthwise(
        inputPlane.c, input + image * inputPlane.count + first, shape.window.c, weights.start, bias.start,
        ending.relu ? 1 : 0, outputPlane.c(part.rows),
        output + image * outputPlane.count + outputPlane.start(of: part.rows))
    }
  }

  func backward(
    _ count: Int, from outputGradient: UnsafePointer<Float>, _ gradientPlane: Plane,
    to inputGradient: UnsafeMutablePointer<Float>, _ inputPlane: Plane, rows: Range<Int>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    for image in 0..<count {
      kernels.table.pointee.depthwise_backward(
        gradientPlane.c, outputGradient + image * gradientPlane.count + gradientPlane.origin, shape.window.c,
        weights.start, rows.lowerBound, inputPlane.c(rows),
        inputGradient + image * inputPlane.count + inputPlane.start(of: rows))
    }
  }

  var weightGradientCount: Int { shape.window.area * shape.output }

  func weightGradientScratch(input: Plane, gradient: Plane) -> Int { 0 }

  func addWeightGradient(
    _ count: Int, from input: UnsafePointer<Float>, _ inputPlane: Plane, _ outputGradient: UnsafePointer<Float>,
    _ gradientPlane: Plane, to sums: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    for image in 0..<count {
      kernels.table.pointee.depthwise_weights(
        inputPlane.c, input + image * inputPlane.count + shape.firstPatch(in: inputPlane), shape.window.c,
        gradientPlane.c, outputGradient + image * gradientPlane.count + gradientPlane.origin, sums)
    }
  }

  func finishWeightGradient(_ sums: UnsafePointer<Float>, to gradient: UnsafeMutablePointer<Float>) {
    gradient.update(from: sums, count: weightGradientCount)
  }
}

extension ConvolutionShape {
  /// Whether each channel sees itself alone.
  var isDepthwise: Bool { groups == input && groups == output }
}
