import CKernels

/// What a worker brings to the backward pass.
struct BackwardScratch {
  /// The images' records of the forward pass, `recordBytes` apart.
  var records: UnsafePointer<UInt8>
  var recordBytes: Int
  /// The gradient of a convolution's output before pooling, for as many images as the step takes together; its halo is
  /// zero.
  var unpooled: UnsafeMutablePointer<Float>
  var floats: UnsafeMutablePointer<Float>
}

extension InferenceStep {
  /// Computes `band` of the input's gradient from the output's, for `count` images that stand one after another.
  func backward(
    _ kernels: Kernels, from outputGradient: UnsafePointer<Float>, to inputGradient: UnsafeMutablePointer<Float>,
    count: Int, band: Band, scratch: BackwardScratch
  ) {
    switch operation {
    case .linear(let product):
      multiplyBackward(product, from: outputGradient, to: inputGradient, count: count, channels: band.channels)
    case .convolution(let convolution, let pools):
      var (source, plane) = (outputGradient, self.outputGradient)
      if let full = unpooledGradient, pools {
        unpool(kernels, outputGradient, count: count, for: band.rows, to: full, scratch)
        (source, plane) = (UnsafePointer(scratch.unpooled), full)
      }
      convolution.backward(
        count, from: source, plane, to: inputGradient, self.inputGradient, rows: band.rows, scratch: scratch.floats)
    default:
      for image in 0..<count {
        backward(
          kernels, from: outputGradient + image * self.outputGradient.count,
          to: inputGradient + image * self.inputGradient.count, rows: band.rows,
          record: scratch.records + image * scratch.recordBytes)
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
    var read = outputGradient.c
    read.height = end - first
    for image in 0..<count {
      kernels.table.pointee.max_pool_place(
        read, pooled + image * outputGradient.count + outputGradient.origin + first * outputGradient.rowStride,
        scratch.records + image * scratch.recordBytes + record.places + first * output.width * output.channels, 2,
        plane.c, scratch.unpooled + image * plane.count + plane.origin + 2 * first * plane.rowStride)
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
