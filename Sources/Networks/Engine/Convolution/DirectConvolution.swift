import CKernels

/// A convolution as one blocked matrix product: im2col's rows are read in place, in the padded image.
final class DirectConvolution: PreparedConvolution {
  let product: PackedProduct
  private let backwardPass: BackwardPass

  /// How the input's gradient is formed.
  private enum BackwardPass {
    /// As a convolution of the output's gradient with turned weights.
    case gather
    /// As patches that are added to the pixels under them (col2im): where the stride leaves gaps, or where the input has
    /// so few channels that a panel of them would be mostly empty.
    case scatter(PatchScatter)
  }

  init(_ shape: ConvolutionShape, input: Plane, kernels: Kernels) {
    product = PackedProduct(shape, kernels: kernels)
    let window = shape.window
    let patch = kernels.wholePanels(shape.depth)
    let gathered = window.area * kernels.wholePanels(shape.input)
    backwardPass =
      max(window.strideDown, window.strideAcross) > 1 || 2 * patch <= gathered
      ? .scatter(PatchScatter(shape, input: input, kernels: kernels)) : .gather
  }

  var shape: ConvolutionShape { product.shape }
  let algorithm = ConvolutionAlgorithm.direct
  var kernels: Kernels { product.kernels }
  let tileSize: Int? = nil
  let rowUnit = 1
  let imagesTogether = 1

  var scratchCount: Int {
    if case .scatter(let scatter) = backwardPass { scatter.scratchCount } else { 0 }
  }

  var gradientHalo: Int {
    if case .gather = backwardPass { shape.gradientHalo } else { 0 }
  }

  func packForward(_ weights: UnsafePointer<Float>) { product.packForward(weights) }

  func packBias(_ bias: UnsafePointer<Float>) { product.packBias(bias) }

  func packBackward(_ weights: UnsafePointer<Float>) {
    switch backwardPass {
    case .gather: product.packBackward(weights)
    case .scatter(let scatter): scatter.pack(weights)
    }
  }

  func canPool(_ output: Plane) -> Bool { false }

  func forward(
    _ count: Int, from input: UnsafePointer<Float>, _ inputPlane: Plane, to output: UnsafeMutablePointer<Float>,
    _ outputPlane: Plane, part: ConvolutionPart, ending: ConvolutionEnding, scratch: UnsafeMutablePointer<Float>
  ) {
    let depth = shape.depth(in: inputPlane)
    let first = part.panels.lowerBound * kernels.panel
    let skipped = part.rows.lowerBound * shape.window.strideDown * inputPlane.rowStride
    for image in 0..<count {
      ck_multiply(
        kernels.table, shape.rows(part.rows.count, from: inputPlane, to: outputPlane), depth,
        input + image * inputPlane.count + shape.firstPatch(in: inputPlane) + skipped,
        product.forward.start + first * depth.runs * depth.run_length, product.bias.start + first,
        min(part.panels.upperBound * kernels.panel, shape.output) - first, ending.relu ? 1 : 0,
        output + image * outputPlane.count + outputPlane.origin + part.rows.lowerBound * outputPlane.rowStride + first)
    }
  }

  func backward(
    _ count: Int, from outputGradient: UnsafePointer<Float>, _ gradientPlane: Plane,
    to inputGradient: UnsafeMutablePointer<Float>, _ inputPlane: Plane, rows: Range<Int>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    for image in 0..<count {
      let source = outputGradient + image * gradientPlane.count
      let target = inputGradient + image * inputPlane.count
      switch backwardPass {
      case .gather: gather(from: source, gradientPlane, to: target, inputPlane, rows: rows)
      case .scatter(let scatter):
        scatter.backward(from: source, gradientPlane, to: target, inputPlane, rows: rows, scratch: scratch)
      }
    }
  }

  private func gather(
    from gradient: UnsafePointer<Float>, _ plane: Plane, to inputGradient: UnsafeMutablePointer<Float>,
    _ inputPlane: Plane, rows: Range<Int>
  ) {
    let grid = ck_rows(
      outer: rows.count, inner: inputPlane.width, input_outer: plane.rowStride, input_inner: plane.channels,
      output_outer: inputPlane.rowStride, output_inner: inputPlane.channels)
    ck_multiply(
      kernels.table, grid, shape.backwardDepth(in: plane),
      gradient + shape.firstBackwardPatch(in: plane) + rows.lowerBound * plane.rowStride, product.backward.start,
      product.zeros.start, shape.input, 0,
      inputGradient + inputPlane.origin + rows.lowerBound * inputPlane.rowStride)
  }

  var weightGradientCount: Int { shape.depth * shape.output }

  func weightGradientScratch(input: Plane, gradient: Plane) -> Int {
    ck_weight_gradient_scratch(kernels.table, shape.rows(gradient.height, from: input, to: gradient), shape.output)
  }

  func addWeightGradient(
    _ count: Int, from input: UnsafePointer<Float>, _ inputPlane: Plane, _ outputGradient: UnsafePointer<Float>,
    _ gradientPlane: Plane, to sums: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    for image in 0..<count {
      ck_weight_gradient(
        kernels.table, shape.rows(gradientPlane.height, from: inputPlane, to: gradientPlane),
        shape.depth(in: inputPlane), input + image * inputPlane.count + shape.firstPatch(in: inputPlane),
        outputGradient + image * gradientPlane.count + gradientPlane.origin, shape.output, scratch, sums)
    }
  }

  func finishWeightGradient(_ sums: UnsafePointer<Float>, to gradient: UnsafeMutablePointer<Float>) {
    gradient.update(from: sums, count: weightGradientCount)
  }
}
