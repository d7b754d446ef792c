import CKernels

/// A 3 x 3 convolution of stride 1 by Winograd's minimal filtering F(m x m, 3 x 3) (Lavin and Gray 2015): a quarter of
/// the direct algorithm's multiplications for m = 4, under half of them for m = 2.
///
/// The backward pass by the input is the same with turned weights, and the gradient by the weights is the transpose of
/// the forward transform.
final class WinogradConvolution: PreparedConvolution {
  let shape: ConvolutionShape
  let kernels: Kernels
  private let bias: FloatBuffer
  /// m
  let size: Int
  private let input: Plane
  private let output: Plane
  /// G g G', `[output / panel][(m + 2)^2][input][panel]`.
  private let filters: FloatBuffer
  /// The same of the turned weights with input and output exchanged.
  private let turnedFilters: FloatBuffer
  private let zeros: FloatBuffer

  init(_ shape: ConvolutionShape, size: Int, input: Plane, output: Plane, kernels: Kernels) {
    precondition(shape.fitsWinograd, "Winograd's tiles fit this convolution")
    self.shape = shape
    self.kernels = kernels
    self.size = size
    self.input = input
    self.output = output
    let positions = (size + 2) * (size + 2)
    bias = FloatBuffer(count: kernels.wholePanels(shape.output))
    zeros = FloatBuffer(count: kernels.wholePanels(shape.input))
    filters = FloatBuffer(count: positions * shape.input * kernels.wholePanels(shape.output))
    turnedFilters = FloatBuffer(count: positions * shape.output * kernels.wholePanels(shape.input))
  }

  var algorithm: ConvolutionAlgorithm { size == 2 ? .winograd2 : .winograd4 }
  var tileSize: Int? { size }
  var rowUnit: Int { size }

  var imagesTogether: Int {
    let tiles = ((output.height + size - 1) / size) * ((output.width + size - 1) / size)
    return (Int(ck_winograd_tiles) + tiles - 1) / tiles
  }

  var gradientHalo: Int { shape.gradientHalo }

  var scratchCount: Int {
    max(
      ck_winograd_scratch(kernels.table, Int32(size), shape.input, 0),
      ck_winograd_scratch(kernels.table, Int32(size), shape.output, 0))
  }

  func packForward(_ weights: UnsafePointer<Float>) {
    let packed = PackedProduct.packed(weights, shape, turned: false, kernels: kernels)
    ck_winograd_filters(kernels.table, Int32(size), shape.input, panels, packed.start, filters.start)
  }

  func packBias(_ source: UnsafePointer<Float>) { bias.start.update(from: source, count: shape.output) }

  func packBackward(_ weights: UnsafePointer<Float>) {
    let packed = PackedProduct.packed(weights, shape, turned: true, kernels: kernels)
    ck_winograd_filters(
      kernels.table, Int32(size), shape.output, zeros.count / kernels.panel, packed.start, turnedFilters.start)
  }

  func canPool(_ output: Plane) -> Bool { output.height % size == 0 && output.width % size == 0 }

  func forward(
    _ count: Int, from input: UnsafePointer<Float>, _ inputPlane: Plane, to output: UnsafeMutablePointer<Float>,
    _ outputPlane: Plane, part: ConvolutionPart, ending: ConvolutionEnding, scratch: UnsafeMutablePointer<Float>
  ) {
    var call = call(count, from: inputPlane, padding: shape.window.padding, to: outputPlane, self.output)
    call.relu = ending.relu ? 1 : 0
    call.pool = ending.pools ? 1 : 0
    call.places = ending.places
    call.places_image = ending.placesApart
    ck_winograd_convolve(
      kernels.table, &call, tileRows(part.rows),
      ck_range(start: part.panels.lowerBound, end: part.panels.upperBound),
      input + shape.firstPatch(in: inputPlane), filters.start, bias.start, scratch, output + outputPlane.origin)
  }

  func backward(
    _ count: Int, from outputGradient: UnsafePointer<Float>, _ gradientPlane: Plane,
    to inputGradient: UnsafeMutablePointer<Float>, _ inputPlane: Plane, rows: Range<Int>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    var call = call(count, from: gradientPlane, padding: shape.turnedPadding, to: inputPlane, self.input)
    ck_winograd_convolve(
      kernels.table, &call, tileRows(rows), ck_range(start: 0, end: zeros.count / kernels.panel),
      outputGradient + shape.firstBackwardPatch(in: gradientPlane), turnedFilters.start, zeros.start, scratch,
      inputGradient + inputPlane.origin)
  }

  var weightGradientCount: Int { (size + 2) * (size + 2) * shape.input * bias.count }

  func weightGradientScratch(input: Plane, gradient: Plane) -> Int {
    ck_winograd_scratch(kernels.table, Int32(size), shape.input, shape.output)
  }

  func addWeightGradient(
    _ count: Int, from input: UnsafePointer<Float>, _ inputPlane: Plane, _ outputGradient: UnsafePointer<Float>,
    _ gradientPlane: Plane, to sums: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    var call = call(count, from: inputPlane, padding: shape.window.padding, to: gradientPlane, output)
    ck_winograd_filter_gradient(
      kernels.table, &call, input + shape.firstPatch(in: inputPlane), outputGradient + gradientPlane.origin, scratch,
      sums)
  }

  func finishWeightGradient(_ sums: UnsafePointer<Float>, to gradient: UnsafeMutablePointer<Float>) {
    ck_winograd_weight_gradient(kernels.table, Int32(size), shape.input, shape.output, sums, gradient)
  }

  /// A call that reads planes `source` with `padding` zeros around and writes `result` pixels into planes `target`.
  private func call(_ count: Int, from source: Plane, padding: Padding, to target: Plane, _ result: Plane)
    -> ck_winograd
  {
    var read = source.c
    read.height += padding.top + padding.bottom
    read.width += padding.left + padding.right
    return ck_winograd(
      size: Int32(size), relu: 0, pool: 0, images: count, in_image: source.count, out_image: target.count, in: read,
      out_height: result.height, out_width: result.width, out_channels: target.channels, out: target.c, places: nil,
      places_image: 0)
  }

  private func tileRows(_ rows: Range<Int>) -> ck_range {
    ck_range(start: rows.lowerBound / size, end: (rows.upperBound + size - 1) / size)
  }
}

extension ConvolutionShape {
  /// Whether Winograd's tiles fit: a 3 x 3 window that moves by one pixel and sees all channels.
  var fitsWinograd: Bool {
    window.height == 3 && window.width == 3 && window.strideDown == 1 && window.strideAcross == 1 && groups == 1
      && window.padding.largest <= 2
  }
}
