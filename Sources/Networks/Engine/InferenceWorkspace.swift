/// The buffers that one call of a reader runs in; a reader keeps them for the next call.
///
/// Each worker has its own values and gradients, for as many images as a step takes together. Only the records of signs,
/// places and slopes are kept for every image between the forward and the backward pass.
///
/// Unchecked sendable: a call has the workspace alone, and each of its workers writes its own buffers.
final class InferenceWorkspace: @unchecked Sendable {
  private let program: InferenceProgram
  /// For each worker, the buffers that the values share.
  private let values: [[FloatBuffer]]
  /// The same for gradients, made when a gradient is first asked for.
  private var gradients: [[FloatBuffer]] = []
  /// For each worker and each step that pools as it convolves, the gradient before pooling.
  private var unpooled: [[FloatBuffer]] = []
  /// For each worker, a gradient on its way to another reader's.
  private var addends: [FloatBuffer] = []
  private let scratch: [FloatBuffer]
  private var records = ByteBuffer(count: 0)

  init(_ program: InferenceProgram, workers: Int) {
    self.program = program
    values = (0..<workers).map { _ in program.valueBuffers.counts.map(FloatBuffer.init(count:)) }
    scratch = (0..<workers).map { _ in FloatBuffer(count: program.scratchCount) }
  }

  /// Makes room for the backward pass of `images` images.
  func prepareBackward(images: Int) {
    if gradients.isEmpty {
      gradients = values.map { _ in program.gradientBuffers.counts.map(FloatBuffer.init(count:)) }
      unpooled = values.map { _ in
        program.steps.map { FloatBuffer(count: ($0.unpooledGradient?.count ?? 0) * $0.together) }
      }
      addends = values.map { _ in FloatBuffer(count: program.addendCount) }
    }
    if records.count < images * program.recordBytes { records = ByteBuffer(count: images * program.recordBytes) }
  }

  /// Where a value's first image stands.
  func values(_ value: Int, worker: Int) -> UnsafeMutablePointer<Float> {
    values[worker][program.valueBuffers.buffers[value]].start
  }

  /// Where a value's gradient stands.
  func gradient(_ value: Int, worker: Int) -> UnsafeMutablePointer<Float> {
    gradients[worker][program.gradientBuffers.buffers[value]].start
  }

  func unpooled(_ step: Int, worker: Int) -> UnsafeMutablePointer<Float> { unpooled[worker][step].start }
  func addend(worker: Int) -> UnsafeMutablePointer<Float> { addends[worker].start }
  func scratch(worker: Int) -> UnsafeMutablePointer<Float> { scratch[worker].start }
  func record(_ image: Int) -> UnsafeMutablePointer<UInt8> { records.start + image * program.recordBytes }
  func records(from image: Int) -> RecordRows { RecordRows(start: record(image), apart: program.recordBytes) }
}
