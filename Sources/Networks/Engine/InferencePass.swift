/// One call's images on their way through a program: where they come from, where the results go.
///
/// Two ways through: by groups, where a worker takes a group of images through all steps, and by bands, where all
/// workers share each step of one image. The arithmetic of a value is the same on both.
///
/// Unchecked sendable: the images are only read while the pass runs.
struct InferencePass: @unchecked Sendable {
  let program: InferenceProgram
  let workspace: InferenceWorkspace
  /// `(N, channels, H, W)`.
  let images: UnsafePointer<Float>
  /// Whether the forward pass keeps records for a backward pass.
  let keepsRecords: Bool

  /// Takes `range` of the images through section `section` and all before it.
  ///
  /// - Parameter place: where the range's first image stands in the section's last buffer.
  func forward(_ range: Range<Int>, throughSection section: Int, to place: Int, worker: Int) {
    let steps = program.sections[section].steps
    if section == 0 {
      let buffer = workspace.values(0, worker: worker)
      for (slot, image) in range.enumerated() { normalize(image, to: buffer + slot * program.input.count) }
    } else {
      for part in range.parts(of: program.sections[section - 1].together) {
        forward(part, throughSection: section - 1, to: part.lowerBound - range.lowerBound, worker: worker)
      }
    }
    for index in steps {
      let step = program.steps[index]
      let slot = index + 1 == steps.upperBound ? place : 0
      let output = workspace.values(index + 1, worker: worker) + slot * step.output.count
      let input = workspace.values(index, worker: worker)
      step.forward(
        program.kernels, from: input, to: output, count: range.count, band: Band(all: step.output),
        records: keepsRecords ? workspace.record(range.lowerBound) : nil, recordBytes: program.recordBytes,
        scratch: workspace.scratch(worker: worker))
      guard keepsRecords else { continue }
      for (slot, image) in range.enumerated() {
        step.keep(
          program.kernels, input: input + slot * step.input.count, output: output + slot * step.output.count,
          band: Band(all: step.output), in: workspace.record(image))
      }
    }
  }

  /// Takes the gradient of `range` back through section `section` and all before it, to `products`.
  func backward(
    _ range: Range<Int>, throughSection section: Int, from place: Int, to products: UnsafeMutablePointer<Float>,
    worker: Int
  ) {
    let steps = program.sections[section].steps
    for index in steps.reversed() {
      let step = program.steps[index]
      let slot = index + 1 == steps.upperBound ? place : 0
      let outputGradient = workspace.gradient(index + 1, worker: worker) + slot * step.outputGradient.count
      let inputGradient = workspace.gradient(index, worker: worker)
      step.backward(
        program.kernels, from: outputGradient, to: inputGradient, count: range.count,
        band: step.backwardBand(0, of: 1), scratch: scratch(range.lowerBound, step: index, worker: worker))
      guard index > 0 else { continue }
      for (slot, image) in range.enumerated() {
        program.steps[index - 1].mask(
          program.kernels, inputGradient + slot * step.inputGradient.count, band: Band(all: step.input),
          record: workspace.record(image))
      }
    }
    if section == 0 {
      for (slot, image) in range.enumerated() {
        let gradient = workspace.gradient(0, worker: worker) + slot * program.steps[0].inputGradient.count
        program.normalization.applyBackward(
          gradient, of: program.steps[0].inputGradient, to: products + image * program.input.values,
          rows: 0..<program.input.height)
      }
    } else {
      for part in range.parts(of: program.sections[section - 1].together) {
        backward(
          part, throughSection: section - 1, from: part.lowerBound - range.lowerBound, to: products, worker: worker)
      }
    }
  }

  private func scratch(_ image: Int, step: Int, worker: Int) -> BackwardScratch {
    BackwardScratch(
      records: workspace.record(image), recordBytes: program.recordBytes,
      unpooled: workspace.unpooled(step, worker: worker), floats: workspace.scratch(worker: worker))
  }

  private func normalize(_ image: Int, to values: UnsafeMutablePointer<Float>) {
    program.normalization.apply(
      images + image * program.input.values, to: program.input, values, rows: 0..<program.input.height)
  }

  // MARK: One image, shared by all workers

  /// Piece `piece` of `pieces` of step `index` for one image; index 0 normalises, index i + 1 is step i.
  func forwardBand(_ index: Int, image: Int, piece: Int, of pieces: Int, worker: Int) {
    if index == 0 {
      let height = program.input.height
      program.normalization.apply(
        images + image * program.input.values, to: program.input, workspace.values(0, worker: 0),
        rows: piece * height / pieces..<(piece + 1) * height / pieces)
      return
    }
    let step = program.steps[index - 1]
    let band = step.forwardBand(piece, of: pieces, keepsRecords: keepsRecords)
    let input = workspace.values(index - 1, worker: 0)
    let output = workspace.values(index, worker: 0)
    step.forward(
      program.kernels, from: input, to: output, count: 1, band: band,
      records: keepsRecords ? workspace.record(image) : nil, recordBytes: program.recordBytes,
      scratch: workspace.scratch(worker: worker))
    if keepsRecords {
      step.keep(program.kernels, input: input, output: output, band: band, in: workspace.record(image))
    }
  }

  /// Piece `piece` of `pieces` of the backward pass of step `index` for one image.
  func backwardBand(
    _ index: Int, image: Int, piece: Int, of pieces: Int, worker: Int, to products: UnsafeMutablePointer<Float>
  ) {
    let step = program.steps[index]
    let band = step.backwardBand(piece, of: pieces)
    let gradient = workspace.gradient(index, worker: 0)
    step.backward(
      program.kernels, from: workspace.gradient(index + 1, worker: 0), to: gradient, count: 1, band: band,
      scratch: scratch(image, step: index, worker: worker))
    let written = step.rowsWritten(by: band)
    if index > 0 {
      program.steps[index - 1].mask(program.kernels, gradient, band: written, record: workspace.record(image))
    } else {
      program.normalization.applyBackward(
        gradient, of: step.inputGradient, to: products + image * program.input.values, rows: written.rows)
    }
  }

  /// How many pieces a stage of the forward pass has: stage 0 normalises, stage i + 1 is step i.
  func forwardPieces(_ index: Int, limit: Int) -> Int {
    index == 0
      ? min(limit, program.input.height)
      : program.steps[index - 1].forwardPieces(limit: limit, keepsRecords: keepsRecords)
  }
}

extension Range<Int> {
  /// The range cut into parts of `size`, the last one smaller.
  func parts(of size: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: size).map { $0..<Swift.min(upperBound, $0 + size) }
  }
}
