import CKernels

/// What a worker brings to the backward pass.
struct BackwardScratch {
  /// The images' records of the forward pass.
  var records: RecordRows
  /// The gradient of a convolution's output before pooling, for as many images as the step takes together; its halo is
  /// zero.
  var unpooled: UnsafeMutablePointer<Float>
  var floats: UnsafeMutablePointer<Float>
}

extension InferenceStep {
  /// Computes `band` of an operand's gradient from the output's, for `count` images that stand one after another; what
  /// stood there is overwritten.
  func backward(
    _ kernels: Kernels, operand: Int, from outputGradient: UnsafePointer<Float>,
    to gradient: UnsafeMutablePointer<Float>, count: Int, band: Band, scratch: BackwardScratch
  ) {
    switch operation {
    case .linear(let product):
      multiplyBackward(product, from: outputGradient, to: gradient, count: count, channels: band.channels)
    case .convolution(let convolution, let pools) where operand == 0:
      var (source, plane) = (outputGradient, self.outputGradient)
      if let full = unpooledGradient, pools {
        unpool(kernels, outputGradient, count: count, for: band.rows, to: full, scratch)
        (source, plane) = (UnsafePointer(scratch.unpooled), full)
      }
      convolution.backward(
        count, from: source, plane, to: gradient, operands[0].gradient, rows: band.rows, scratch: scratch.floats)
    default:
      for image in 0..<count {
        backward(
          kernels, operand: operand, from: outputGradient + image * self.outputGradient.count,
          to: gradient + image * operands[operand].gradient.count, band: band,
          record: scratch.records.start + image * scratch.records.apart)
      }
    }
  }

  /// The plane of the gradient of a convolution's output before pooling; nil where nothing is pooled.
  var unpooledGradient: Plane? {
    guard case .convolution(let convolution, pools: true) = operation else { return nil }
    return Plane(
      height: 2 * output.height, width: 2 * output.width, channels: output.channels, halo: convolution.gradientHalo)
  }

  /// Sets the pooled gradient at the places of the maxima, as far as `rows` of the input's gradient depend on it.
  private func unpool(
    _ kernels: Kernels, _ pooled: UnsafePointer<Float>, count: Int, for rows: Range<Int>, to plane: Plane,
    _ scratch: BackwardScratch
  ) {
    let first = max(0, (rows.lowerBound - 2) / 2)
    let end = min(output.height, (rows.upperBound + 2) / 2 + 1)
    for image in 0..<count {
      kernels.table.pointee.max_pool_place(
        outputGradient.c(first..<end), pooled + image * outputGradient.count + outputGradient.start(of: first..<end),
        scratch.records.start + image * scratch.records.apart + record.places + first * output.width * output.channels,
        2, plane.c, scratch.unpooled + image * plane.count + plane.origin + 2 * first * plane.rowStride)
    }
  }

  /// Zeroes the gradient of the rows or channels of `band` where this step's ReLU let nothing through.
  func mask(_ kernels: Kernels, _ gradient: UnsafeMutablePointer<Float>, band: Band, record: UnsafePointer<UInt8>) {
    guard relu else { return }
    var plane = outputGradient.c(band.rows)
    plane.channels = band.channels.count
    kernels.table.pointee.mask(
      plane, gradient + outputGradient.start(of: band.rows) + band.channels.lowerBound,
      record + self.record.mask + band.rows.lowerBound * (output.maskBytes / output.height)
        + band.channels.lowerBound / 8)
  }

  private func multiplyBackward(
    _ product: PackedProduct, from outputGradient: UnsafePointer<Float>, to gradient: UnsafeMutablePointer<Float>,
    count: Int, channels: Range<Int>
  ) {
    let rows = ck_rows(
      outer: 1, inner: count, input_outer: 0, input_inner: self.outputGradient.count, output_outer: 0,
      output_inner: operands[0].gradient.count)
    let depth = ck_depth(runs: 1, run_length: product.shape.output, run_stride: 0)
    ck_multiply(
      product.kernels.table, rows, depth, outputGradient,
      product.backward.start + channels.lowerBound * product.shape.output, product.zeros.start, channels.count, 0,
      gradient + channels.lowerBound)
  }

  /// One image's.
  private func backward(
    _ kernels: Kernels, operand: Int, from outputGradient: UnsafePointer<Float>,
    to gradient: UnsafeMutablePointer<Float>, band: Band, record: UnsafeMutablePointer<UInt8>
  ) {
    let table = kernels.table.pointee
    let (plane, rows) = (operands[operand].gradient, band.rows)
    let source = outputGradient + self.outputGradient.start(of: rows)
    let written = rowsWritten(by: band, operand: operand).rows
    let target = gradient + plane.start(of: written)
    switch operation {
    case .linear: break
    case .affine(let scale, _):
      table.scale(self.outputGradient.c(rows), source, scale.start, target, plane.rowStride)
    case .activation:
      table.multiply_values(
        self.outputGradient.c(rows), source,
        floats(in: record) + rows.lowerBound * output.width * output.channels, target, plane.rowStride)
    case .maxPool(let window):
      plane.clear(target, rows: written.count)
      table.max_pool_scatter(
        self.outputGradient.c(rows), source,
        record + self.record.places + rows.lowerBound * output.width * output.channels, window.c, rows.lowerBound,
        plane.c, gradient + plane.origin)
    case .averagePool(let window, let countsPadding):
      plane.clear(target, rows: written.count)
      table.average_pool_backward(
        self.outputGradient.c(rows), source, window.c, countsPadding ? 1 : 0, rows.lowerBound, plane.c,
        gradient + plane.origin)
    // The second operand of a convolution is one of an addition.
    case .add, .convolution, .join:
      let channel = operation.isJoin ? operands[..<operand].reduce(0) { $0 + $1.plane.channels } : 0
      Plane.copy(
        plane.channels, rows: rows, from: outputGradient, self.outputGradient, channel: channel, to: gradient, plane,
        channel: 0)
    case .scale:
      let kept = floats(in: record)
      if operand == 0 {
        table.scale(self.outputGradient.c(rows), source, kept + input.values, target, plane.rowStride)
      } else {
        let sums = gradient + plane.origin
        sums.update(repeating: 0, count: plane.channels)
        table.sum_products(self.outputGradient.c, outputGradient + self.outputGradient.origin, kept, sums)
      }
    case .flatten(let order):
      Layout.unflatten(outputGradient + self.outputGradient.origin, order, to: plane, gradient)
    }
  }
}

extension InferenceStep.Operation {
  fileprivate var isJoin: Bool {
    if case .join = self { true } else { false }
  }
}
