import CKernels

/// The images' records of one call, where a step may note what its backward pass needs.
struct RecordRows {
  /// The first image's.
  var start: UnsafeMutablePointer<UInt8>
  /// Bytes from one image's to the next.
  var apart: Int
}

extension InferenceStep {
  /// Notes both operands of a scale, the first without its halo.
  func keepFactors(
    from operand: (Int) -> UnsafePointer<Float>, rows: Range<Int>, in record: UnsafeMutablePointer<UInt8>
  ) {
    let kept = floats(in: record)
    Plane.copy(
      input.channels, rows: rows, from: operand(0), input, channel: 0, to: kept, input.with(halo: 0), channel: 0)
    guard rows.lowerBound == 0 else { return }
    (kept + input.values).update(from: operand(1) + operands[1].plane.origin, count: input.channels)
  }

  /// The floats that the step keeps in an image's record.
  func floats(in record: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<Float> {
    UnsafeMutableRawPointer(record + self.record.floats).assumingMemoryBound(to: Float.self)
  }

  /// Notes in an image's record which values of `band` are positive and where maxima stand.
  func keep(
    _ kernels: Kernels, input: UnsafePointer<Float>, output: UnsafePointer<Float>, band: Band,
    in record: UnsafeMutablePointer<UInt8>
  ) {
    let rows = band.rows
    if case .maxPool(let window) = operation {
      kernels.table.pointee.max_pool_places(
        self.input.c, input + self.input.origin, window.c, rows.lowerBound, self.output.c(rows),
        record + self.record.places + rows.lowerBound * self.output.width * self.output.channels)
    }
    guard relu else { return }
    // A band of channels is one of a single pixel, and starts on a panel, a multiple of eight values.
    var written = self.output.c(rows)
    written.channels = band.channels.count
    kernels.table.pointee.positive_bits(
      written, output + self.output.start(of: rows) + band.channels.lowerBound,
      record + self.record.mask + rows.lowerBound * (self.output.maskBytes / self.output.height)
        + band.channels.lowerBound / 8)
  }
}
