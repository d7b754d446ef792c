extension InferencePass {
  /// Takes the gradient of `range` back through section `section` and all before it, to `products`.
  func backward(
    _ range: Range<Int>, throughSection section: Int, from place: Int, to products: UnsafeMutablePointer<Float>,
    worker: Int
  ) {
    let steps = program.sections[section].steps
    for index in steps.reversed() {
      let slot = index + 1 == steps.upperBound ? place : 0
      backward(index, range, piece: 0, of: 1, slot: slot, owner: worker, worker: worker, to: products)
    }
    guard section > 0 else { return }
    for part in range.parts(of: program.sections[section - 1].together) {
      backward(
        part, throughSection: section - 1, from: part.lowerBound - range.lowerBound, to: products, worker: worker)
    }
  }

  /// Piece `piece` of `pieces` of the backward pass of step `index`; where an operand's gradient is complete, the ReLU of
  /// the step that wrote the operand is applied, and the input's goes to `products`.
  private func backward(
    _ index: Int, _ range: Range<Int>, piece: Int, of pieces: Int, slot: Int, owner: Int, worker: Int,
    to products: UnsafeMutablePointer<Float>
  ) {
    let step = program.steps[index]
    let outputGradient = workspace.gradient(index + 1, worker: owner) + slot * step.outputGradient.count
    let scratch = BackwardScratch(
      records: workspace.records(from: range.lowerBound), unpooled: workspace.unpooled(index, worker: worker),
      floats: workspace.scratch(worker: worker))
    for (number, operand) in step.operands.enumerated() {
      let band = step.backwardBand(piece, of: pieces, operand: number)
      guard !band.rows.isEmpty else { continue }
      let gradient = workspace.gradient(operand.value, worker: owner)
      step.backward(
        program.kernels, operand: number, from: outputGradient,
        to: operand.addsToGradient ? workspace.addend(worker: worker) : gradient, count: range.count, band: band,
        scratch: scratch)
      let written = step.rowsWritten(by: band, operand: number)
      if operand.addsToGradient { add(workspace.addend(worker: worker), to: gradient, operand, range.count, written) }
      if operand.completesGradient { complete(gradient, of: operand, range, written, to: products) }
    }
  }

  /// Adds `band` of an operand's gradient to what its other readers gave.
  private func add(
    _ addend: UnsafePointer<Float>, to gradient: UnsafeMutablePointer<Float>, _ operand: InferenceStep.Operand,
    _ count: Int, _ band: Band
  ) {
    let plane = operand.gradient
    var part = plane.c(band.rows)
    part.channels = band.channels.count
    let first = plane.start(of: band.rows) + band.channels.lowerBound
    for image in 0..<count {
      let target = gradient + image * plane.count + first
      program.kernels.table.pointee.add(
        part, target, addend + image * plane.count + first, plane.rowStride, 0, target, plane.rowStride)
    }
  }

  private func complete(
    _ gradient: UnsafeMutablePointer<Float>, of operand: InferenceStep.Operand, _ range: Range<Int>, _ band: Band,
    to products: UnsafeMutablePointer<Float>
  ) {
    for (slot, image) in range.enumerated() {
      let own = gradient + slot * operand.gradient.count
      if operand.value > 0 {
        program.steps[operand.value - 1].mask(program.kernels, own, band: band, record: workspace.record(image))
      } else {
        program.normalization.applyBackward(
          own, of: operand.gradient, to: products + image * program.pictureValues, rows: band.rows)
      }
    }
  }

  /// Piece `piece` of `pieces` of the backward pass of step `index` for one image.
  func backwardBand(
    _ index: Int, image: Int, piece: Int, of pieces: Int, worker: Int, to products: UnsafeMutablePointer<Float>
  ) {
    backward(
      index, image..<image + 1, piece: piece, of: pieces, slot: 0, owner: 0, worker: worker, to: products)
  }
}
