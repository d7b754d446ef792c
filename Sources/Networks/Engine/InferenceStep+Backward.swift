import CKernels

extension InferenceStep {
  /// Computes `band` of the input's gradient from the output's, for `count` images that stand one after another.
  ///
  /// - Parameters:
  ///   - records: the images' records of the forward pass, `recordBytes` apart.
  ///   - spread: scratch for one image's output gradient at stride 1.
  func backward(
    _ kernels: Kernels, from outputGradient: UnsafePointer<Float>, to inputGradient: UnsafeMutablePointer<Float>,
    count: Int, band: Band, records: UnsafePointer<UInt8>, recordBytes: Int, spread: UnsafeMutablePointer<Float>
  ) {
    if case .linear(let product) = operation {
      multiplyBackward(product, from: outputGradient, to: inputGradient, count: count, channels: band.channels)
      return
    }
    for image in 0..<count {
      let source = outputGradient + image * self.outputGradient.count
      let target = inputGradient + image * self.inputGradient.count
      if case .convolution(let product) = operation {
        convolveBackward(product, from: source, to: target, rows: band.rows, spread: spread)
      } else {
        backward(kernels, from: source, to: target, rows: band.rows, record: records + image * recordBytes)
      }
    }
  }

  /// Zeroes the gradient of the rows or channels of `band` where this step's ReLU let nothing through.
  func mask(_ kernels: Kernels, _ gradient: UnsafeMutablePointer<Float>, band: Band, record: UnsafePointer<UInt8>) {
    guard relu else { return }
    var plane = outputGradient.c
    plane.height = band.rows.count
    plane.channels = band.channels.count
    kernels.table.pointee.mask(
      plane,
      gradient + outputGradient.origin + band.rows.lowerBound * outputGradient.rowStride + band.channels.lowerBound,
      record + self.record.mask + band.rows.lowerBound * (output.maskBytes / output.height)
        + band.channels.lowerBound / 8)
  }

  /// The rows of the input's gradient that the backward pass of `band` writes.
  func rowsWritten(by band: Band) -> Band {
    let step: Int
    switch operation {
    case .maxPool(_, let stride), .averagePool(_, _, let stride): step = stride
    default: return band
    }
    var written = Band(all: input)
    let end = band.rows.upperBound == output.height ? input.height : band.rows.upperBound * step
    written.rows = band.rows.lowerBound * step..<end
    return written
  }

  private func multiplyBackward(
    _ product: PackedProduct, from outputGradient: UnsafePointer<Float>, to inputGradient: UnsafeMutablePointer<Float>,
    count: Int, channels: Range<Int>
  ) {
    let rows = ck_rows(
      outer: 1, inner: count, input_outer: 0, input_inner: self.outputGradient.count, output_outer: 0,
      output_inner: self.inputGradient.count)
    let depth = ck_depth(runs: 1, run_length: product.shape.output, run_stride: 0)
    ck_multiply(
      product.kernels.table, rows, depth, outputGradient,
      product.backward.start + channels.lowerBound * product.shape.output, product.zeros.start, channels.count, 0,
      inputGradient + channels.lowerBound)
  }

  private func convolveBackward(
    _ product: PackedProduct, from outputGradient: UnsafePointer<Float>, to inputGradient: UnsafeMutablePointer<Float>,
    rows: Range<Int>, spread: UnsafeMutablePointer<Float>
  ) {
    var source = outputGradient
    var plane = self.outputGradient
    if product.shape.stride > 1 {
      plane = product.shape.gradientPlane(input: input)
      product.shape.spread(outputGradient, self.outputGradient, to: spread, plane)
      source = UnsafePointer(spread)
    }
    product.backward(
      from: source, plane, to: inputGradient + self.inputGradient.origin, self.inputGradient, rows: rows)
  }

  private func backward(
    _ kernels: Kernels, from outputGradient: UnsafePointer<Float>, to inputGradient: UnsafeMutablePointer<Float>,
    rows: Range<Int>, record: UnsafePointer<UInt8>
  ) {
    let table = kernels.table.pointee
    let source = outputGradient + self.outputGradient.origin + rows.lowerBound * self.outputGradient.rowStride
    var band = Band(all: output)
    band.rows = rows
    let written = rowsWritten(by: band).rows
    let target = inputGradient + self.inputGradient.origin + written.lowerBound * self.inputGradient.rowStride
    var read = self.outputGradient.c
    read.height = rows.count
    switch operation {
    case .convolution, .linear: break
    case .affine(let scale, let shift):
      _ = shift
      read.height = written.count
      table.scale(read, source, scale.start, target, self.inputGradient.rowStride)
    case .maxPool(let kernel, let stride):
      self.inputGradient.clear(target, rows: written.count)
      table.max_pool_scatter(
        read, source, record + self.record.places + rows.lowerBound * output.width * output.channels, kernel, stride,
        self.inputGradient.c, target)
    case .averagePool(let height, let width, let stride):
      self.inputGradient.clear(target, rows: written.count)
      table.average_pool_backward(read, source, height, width, stride, self.inputGradient.c, target)
    case .flatten: Layout.channelsLast(source, to: self.inputGradient, target)
    }
  }
}

extension Plane {
  /// Zeroes whole rows, halo excluded, from the first pixel of a row on.
  func clear(_ values: UnsafeMutablePointer<Float>, rows: Int) {
    for y in 0..<rows { (values + y * rowStride).update(repeating: 0, count: width * channels) }
  }
}
