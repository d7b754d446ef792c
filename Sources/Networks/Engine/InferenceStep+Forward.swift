import CKernels

extension InferenceStep {
  /// Computes `band` of the output of `count` images that stand one after another in `input` and `output`.
  ///
  /// - Parameters:
  ///   - records: the images' records, `recordBytes` apart, where pooling is a part of the step and notes its maxima; nil
  ///     to note nothing.
  ///   - scratch: the worker's own.
  func forward(
    _ kernels: Kernels, from input: UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>, count: Int,
    band: Band,
    records: UnsafeMutablePointer<UInt8>?, recordBytes: Int, scratch: UnsafeMutablePointer<Float>
  ) {
    switch operation {
    case .linear(let product): multiply(product, from: input, to: output, count: count, channels: band.channels)
    case .convolution(let convolution, let pools):
      var ending = ConvolutionEnding(relu: relu, pools: pools)
      if pools, let records {
        ending.places = records + record.places
        ending.placesApart = recordBytes
      }
      let (side, panel) = (pools ? 2 : 1, convolution.kernels.panel)
      let part = ConvolutionPart(
        rows: band.rows.lowerBound * side..<band.rows.upperBound * side,
        panels: band.channels.lowerBound / panel..<band.channels.upperBound.panels(of: convolution.kernels))
      convolution.forward(
        count, from: input, self.input, to: output, self.output, part: part, ending: ending, scratch: scratch)
    default:
      for image in 0..<count {
        forward(
          kernels, from: input + image * self.input.count, to: output + image * self.output.count, rows: band.rows)
      }
    }
  }

  private func multiply(
    _ product: PackedProduct, from input: UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>, count: Int,
    channels: Range<Int>
  ) {
    let rows = ck_rows(
      outer: 1, inner: count, input_outer: 0, input_inner: self.input.count, output_outer: 0,
      output_inner: self.output.count)
    let depth = ck_depth(runs: 1, run_length: product.shape.input, run_stride: 0)
    ck_multiply(
      product.kernels.table, rows, depth, input, product.forward.start + channels.lowerBound * product.shape.input,
      product.bias.start + channels.lowerBound, channels.count, relu ? 1 : 0, output + channels.lowerBound)
  }

  private func forward(
    _ kernels: Kernels, from input: UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>, rows: Range<Int>
  ) {
    let table = kernels.table.pointee
    let source = input + self.input.origin
    let target = output + self.output.origin + rows.lowerBound * self.output.rowStride
    var written = self.output.c
    written.height = rows.count
    switch operation {
    case .convolution, .linear: break
    case .affine(let scale, let shift):
      var read = self.input.c
      read.height = rows.count
      table.affine(
        read, source + rows.lowerBound * self.input.rowStride, scale.start, shift.start, relu ? 1 : 0, target,
        self.output.rowStride)
    case .maxPool(let kernel, let stride):
      table.max_pool(
        self.input.c, source + rows.lowerBound * stride * self.input.rowStride, kernel, stride, written, target)
    case .averagePool(let height, let width, let stride):
      table.average_pool(
        self.input.c, source + rows.lowerBound * stride * self.input.rowStride, height, width, stride, written, target)
    case .flatten: Layout.channelsFirst(self.input, source, to: target)
    }
  }

  /// Notes in an image's record which values of `band` are positive and where maxima stand.
  func keep(
    _ kernels: Kernels, input: UnsafePointer<Float>, output: UnsafePointer<Float>, band: Band,
    in record: UnsafeMutablePointer<UInt8>
  ) {
    let rows = band.rows
    var written = self.output.c
    written.height = rows.count
    if case .maxPool(let kernel, let stride) = operation {
      kernels.table.pointee.max_pool_places(
        self.input.c, input + self.input.origin + rows.lowerBound * stride * self.input.rowStride, kernel, stride,
        written, record + self.record.places + rows.lowerBound * self.output.width * self.output.channels)
    }
    guard relu else { return }
    // A band of channels is one of a single pixel, and starts on a panel, a multiple of eight values.
    written.channels = band.channels.count
    kernels.table.pointee.positive_bits(
      written, output + self.output.origin + rows.lowerBound * self.output.rowStride + band.channels.lowerBound,
      record + self.record.mask + rows.lowerBound * (self.output.maskBytes / self.output.height)
        + band.channels.lowerBound / 8)
  }
}
