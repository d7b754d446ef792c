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
      forward(
        index, range, band: Band(all: step.output), slot: slot, owner: worker, worker: worker)
    }
  }

  /// Step `index` of the images `range`, whose first one stands at `slot` of the output's buffer; buffers are those of
  /// `owner`, scratch is `worker`'s.
  private func forward(_ index: Int, _ range: Range<Int>, band: Band, slot: Int, owner: Int, worker: Int) {
    let step = program.steps[index]
    let output = workspace.values(index + 1, worker: owner) + slot * step.output.count
    step.forward(
      program.kernels, from: { UnsafePointer(workspace.values(step.operands[$0].value, worker: owner)) }, to: output,
      count: range.count, band: band, records: keepsRecords ? workspace.records(from: range.lowerBound) : nil,
      scratch: workspace.scratch(worker: worker))
    guard keepsRecords else { return }
    let input = workspace.values(step.operands[0].value, worker: owner)
    for (slot, image) in range.enumerated() {
      step.keep(
        program.kernels, input: input + slot * step.input.count, output: output + slot * step.output.count,
        band: band, in: workspace.record(image))
    }
  }

  private func normalize(_ image: Int, to values: UnsafeMutablePointer<Float>) {
    program.normalization.apply(
      images + image * program.pictureValues, to: program.input, values, rows: 0..<program.input.height)
  }

  // MARK: One image, shared by all workers

  /// Piece `piece` of `pieces` of step `index` for one image; index 0 normalises, index i + 1 is step i.
  func forwardBand(_ index: Int, image: Int, piece: Int, of pieces: Int, worker: Int) {
    if index == 0 {
      let height = program.input.height
      program.normalization.apply(
        images + image * program.pictureValues, to: program.input, workspace.values(0, worker: 0),
        rows: piece * height / pieces..<(piece + 1) * height / pieces)
    } else {
      let band = program.steps[index - 1].forwardBand(piece, of: pieces, keepsRecords: keepsRecords)
      forward(index - 1, image..<image + 1, band: band, slot: 0, owner: 0, worker: worker)
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
