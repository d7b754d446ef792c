/// The buffers that one call of a reader runs in; a reader keeps them for the next call.
///
/// Each worker has its own values and gradients, for as many images as a step takes together. Only the records of signs
/// and places are kept for every image between the forward and the backward pass.
final class InferenceWorkspace: @unchecked Sendable {
  private let program: InferenceProgram
  /// For each worker, the input of each step and the last step's output.
  private let values: [[FloatBuffer]]
  /// The same for gradients, made when a gradient is first asked for.
  private var gradients: [[FloatBuffer]] = []
  /// For each worker and each step that pools as it convolves, the gradient before pooling.
  private var unpooled: [[FloatBuffer]] = []
  private let scratch: [FloatBuffer]
  private var records = ByteBuffer(count: 0)
  /// Scores of a call's images, where the caller has no place for them.
  private(set) var scores = FloatBuffer(count: 0)

  init(_ program: InferenceProgram, workers: Int) {
    self.program = program
    values = (0..<workers).map { _ in
      program.buffers { $0 < program.steps.count ? program.steps[$0].input : program.output }
    }
    scratch = (0..<workers).map { _ in FloatBuffer(count: program.scratchCount) }
  }

  /// Makes room for the backward pass of `images` images.
  func prepareBackward(images: Int) {
    if gradients.isEmpty {
      gradients = values.map { _ in
        program.buffers { index in
          index < program.steps.count ? program.steps[index].inputGradient : program.steps[index - 1].outputGradient
        }
      }
      unpooled = values.map { _ in
        program.steps.map { FloatBuffer(count: ($0.unpooledGradient?.count ?? 0) * $0.together) }
      }
    }
    if records.count < images * program.recordBytes { records = ByteBuffer(count: images * program.recordBytes) }
  }

  func values(_ index: Int, worker: Int) -> UnsafeMutablePointer<Float> { values[worker][index].start }
  func gradient(_ index: Int, worker: Int) -> UnsafeMutablePointer<Float> { gradients[worker][index].start }
  func unpooled(_ step: Int, worker: Int) -> UnsafeMutablePointer<Float> { unpooled[worker][step].start }
  func scratch(worker: Int) -> UnsafeMutablePointer<Float> { scratch[worker].start }
  func record(_ image: Int) -> UnsafeMutablePointer<UInt8> { records.start + image * program.recordBytes }
}

extension InferenceProgram {
  /// A buffer for each step's input and the last step's output, large enough for the images that the steps on both
  /// sides take together.
  fileprivate func buffers(_ plane: (Int) -> Plane) -> [FloatBuffer] {
    (0...steps.count).map { index in
      let images = index < steps.count ? steps[index].together : Self.largestGroup
      return FloatBuffer(count: plane(index).count * images)
    }
  }
}
