import CKernels

extension InferenceStep {
  /// Computes `band` of the output of `count` images that stand one after another in each operand's buffer and in
  /// `output`.
  ///
  /// - Parameters:
  ///   - operand: where each operand's first image stands.
  ///   - records: where what the step itself notes goes; nil to note nothing.
  ///   - scratch: the worker's own.
  func forward(
    _ kernels: Kernels, from operand: (Int) -> UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>,
    count: Int, band: Band, records: RecordRows?, scratch: UnsafeMutablePointer<Float>
  ) {
    switch operation {
    case .linear(let product): multiply(product, from: operand(0), to: output, count: count, channels: band.channels)
    case .convolution(let convolution, let pools):
      convolve(
        convolution, pools: pools, from: operand(0), to: output, count: count, band: band, records: records,
        scratch: scratch)
      guard operands.count > 1 else { return }
      for image in 0..<count {
        let target = output + image * self.output.count
        add(
          kernels, target, self.output, operand(1) + image * operands[1].plane.count, to: target, rows: band.rows)
      }
    default:
      for image in 0..<count {
        let target = output + image * self.output.count
        let record = records.map { $0.start + image * $0.apart }
        forward(
          kernels, from: { operand($0) + image * operands[$0].plane.count }, to: target, rows: band.rows,
          record: record)
      }
    }
  }

  private func convolve(
    _ convolution: any PreparedConvolution, pools: Bool, from input: UnsafePointer<Float>,
    to output: UnsafeMutablePointer<Float>, count: Int, band: Band, records: RecordRows?,
    scratch: UnsafeMutablePointer<Float>
  ) {
    var ending = ConvolutionEnding(relu: relu && operands.count == 1, pools: pools)
    if pools, let records {
      ending.places = records.start + record.places
      ending.placesApart = records.apart
    }
    let (side, panel) = (pools ? 2 : 1, convolution.kernels.panel)
    let part = ConvolutionPart(
      rows: band.rows.lowerBound * side..<band.rows.upperBound * side,
      panels: band.channels.lowerBound / panel..<band.channels.upperBound.panels(of: convolution.kernels))
    convolution.forward(
      count, from: input, self.input, to: output, self.output, part: part, ending: ending, scratch: scratch)
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

  /// One image's sum of a plane and the second operand, and ReLU.
  private func add(
    _ kernels: Kernels, _ first: UnsafePointer<Float>, _ firstPlane: Plane, _ second: UnsafePointer<Float>,
    to output: UnsafeMutablePointer<Float>, rows: Range<Int>
  ) {
    let other = operands[1].plane
    kernels.table.pointee.add(
      firstPlane.c(rows), first + firstPlane.start(of: rows), second + other.start(of: rows), other.rowStride,
      relu ? 1 : 0, output + self.output.start(of: rows), self.output.rowStride)
  }

  private func forward(
    _ kernels: Kernels, from operand: (Int) -> UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>,
    rows: Range<Int>, record: UnsafeMutablePointer<UInt8>?
  ) {
    let table = kernels.table.pointee
    let (source, target) = (operand(0), output + self.output.start(of: rows))
    switch operation {
    case .convolution, .linear: break
    case .affine(let scale, let shift):
      table.affine(
        input.c(rows), source + input.start(of: rows), scale.start, shift.start, relu ? 1 : 0, target,
        self.output.rowStride)
    case .activation(let activation):
      let (function, a, b) = activation.c
      table.activate(
        input.c(rows), source + input.start(of: rows), function, a, b, target, self.output.rowStride,
        record.map { floats(in: $0) + rows.lowerBound * input.width * input.channels })
    case .maxPool(let window):
      table.max_pool(input.c, source + input.origin, window.c, rows.lowerBound, self.output.c(rows), target)
    case .averagePool(let window, let countsPadding):
      table.average_pool(
        input.c, source + input.origin, window.c, countsPadding ? 1 : 0, rows.lowerBound, self.output.c(rows), target)
    case .add: add(kernels, source, input, operand(1), to: output, rows: rows)
    case .join:
      var channel = 0
      for (index, joined) in operands.enumerated() {
        Plane.copy(
          joined.plane.channels, rows: rows, from: operand(index), joined.plane, channel: 0, to: output, self.output,
          channel: channel)
        channel += joined.plane.channels
      }
    case .scale:
      table.scale(
        input.c(rows), source + input.start(of: rows), operand(1) + operands[1].plane.origin, target,
        self.output.rowStride)
      if let record { keepFactors(from: operand, rows: rows, in: record) }
    case .flatten(let order): Layout.flatten(input, source, order, to: target)
    }
  }
}
