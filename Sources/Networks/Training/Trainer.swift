import Groundwork

/// Trains a network on pictures from a source.
///
///     let source = Photographs(pictures, augmentation: AugmentationRecipe.standard.photographs, balance: .tempered)
///     let trainer = try Trainer(.standard(classNames: names), configuration, training: source, loop: .allCores)
///     try trainer.train(clock: clock) { progress in ... }
///     try ModelFile.write(trainer.network, card: card, to: path)
///
/// The next batch is made by the same workers, in the gaps of the step that trains on the present one.
package final class Trainer {
  package let architecture: Architecture
  package let configuration: TrainingConfiguration
  package internal(set) var state: TrainingState
  let teachers: Teachers?
  let validation: LabelledPictures?
  let loop: ConcurrentLoop
  let arithmetic: Arithmetic
  var assembler: BatchAssembler
  /// What a checkpoint says of its run; digesting the pictures takes a moment, so only runs that keep one do.
  lazy var runDigest = SHA256.hexDigest(ofRun: architecture, configuration, assembler.source, teachers)
  let engine: TrainingEngine
  var gradients: [Float]
  /// Statistics that fit the averaged weights, and the step after which those stood.
  var averagedStatistics: (step: Int, values: [Float])?
  /// The batch that the next step trains on, and the step that it was made for.
  private var ready: Batch
  private var readyStep: Int?
  /// The batch that is being made.
  private var coming: Batch

  /// - Parameters:
  ///   - network: where training starts; nil draws fresh weights from the configuration's seed.
  ///   - training: where the pictures to learn from come from.
  ///   - teachers: networks to learn from beside the labels.
  ///   - validation: pictures to judge by after each epoch; from other tracks than the training pictures.
  ///   - arithmetic: what it is computed with; every choice gives its own bits.
  /// - Throws: `TrainingError` when the configuration, the layers or the pictures do not fit.
  package init(
    _ architecture: Architecture, _ configuration: TrainingConfiguration, startingFrom network: Network? = nil,
    training source: any PictureSource, teachers: Teachers? = nil, validation: LabelledPictures? = nil,
    loop: ConcurrentLoop, arithmetic: Arithmetic = Arithmetic()
  ) throws(TrainingError) {
    try configuration.check()
    do { try architecture.check() } catch { throw .architecture(error) }
    try source.check(against: architecture)
    try teachers?.check(against: architecture)
    if let validation { try Photographs(validation, augmentation: Augmentation()).check(against: architecture) }
    guard source.picturesPerEpoch >= configuration.batchSize else {
      throw .tooFewPictures(count: source.picturesPerEpoch, batchSize: configuration.batchSize)
    }
    let network = network ?? Network(initializing: architecture, seed: configuration.seed)
    precondition(network.architecture == architecture, "training starts from a network of its own architecture")
    self.architecture = architecture
    self.configuration = configuration
    self.teachers = teachers
    self.validation = validation
    self.loop = loop
    self.arithmetic = arithmetic
    state = TrainingState(network, configuration: configuration)
    assembler = BatchAssembler(source, batchSize: configuration.batchSize, seed: configuration.seed)
    engine = TrainingEngine(
      architecture: architecture, batchSize: configuration.batchSize, loop: loop, arithmetic: arithmetic)
    gradients = [Float](repeating: 0, count: engine.layout.parameterCount)
    ready = Batch(count: configuration.batchSize * 3 * source.side * source.side)
    coming = Batch(count: configuration.batchSize * 3 * source.side * source.side)
  }

  /// How many steps the whole run has.
  package var steps: Int { configuration.epochs * assembler.stepsPerEpoch }

  /// Takes one step.
  /// - Throws: `TrainingError.diverged` when the loss is not a number; the weights are then as before the step.
  func takeStep() throws(TrainingError) -> TrainingResult {
    let step = state.step
    if readyStep != step {
      assembler.plan(ready, step: step)
      let (assembler, batch) = (assembler, ready)
      loop.perform(configuration.batchSize) { slot, _ in assembler.write(slot, of: batch) }
    }
    let result = computeGradients(step: step)
    guard result.loss.isFinite else {
      throw .diverged(epoch: step / assembler.stepsPerEpoch + 1, step: step + 1)
    }
    state.move(
      along: gradients, rate: configuration.schedule.rate(step: step, of: steps),
      momentum: configuration.schedule.momentum(step: step, of: steps))
    swap(&ready, &coming)
    readyStep = step + 1 < steps ? step + 1 : nil
    return result
  }

  /// Fills `gradients` from the ready batch, and `coming` with the pictures of the step after.
  private func computeGradients(step: Int) -> TrainingResult {
    var alongside: (pieces: Int, body: @Sendable (Int) -> Void)?
    if step + 1 < steps {
      assembler.plan(coming, step: step + 1)
      let (assembler, batch) = (assembler, coming)
      alongside = (configuration.batchSize, { slot in assembler.write(slot, of: batch) })
    }
    let images = UnsafePointer(ready.images.baseAddress!)
    let smoothing = configuration.labelSmoothing
    return engine.lossAndGradients(
      parameters: state.parameters, statistics: &state.statistics,
      images: images, count: configuration.batchSize,
      targets: teachers?.targets(of: images, labels: ready.labels, smoothing: smoothing)
        ?? .labels(ready.labels, smoothing: smoothing),
      dropout: (configuration.seed, step), gradients: &gradients, alongside: alongside)
  }
}

extension PictureSource {
  /// Checks that a network of this architecture can read the pictures and has their classes.
  fileprivate func check(against architecture: Architecture) throws(TrainingError) {
    guard architecture.inputShape == [3, side, side] else {
      throw .pictureSize(side: side, inputShape: architecture.inputShape)
    }
    try check(classCount: architecture.classNames.count)
  }
}
