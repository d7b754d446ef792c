import Scenarios
import ArgumentParser
import Experiments
import Foundation
import Groundwork
import Imaging
import Networks
import Records
import Reporting
import Signs

/// `stopline train`: a network from photographs, rendered pictures or both.
struct Train: ParsableCommand {
  /// Which network.
  enum Size: String, ExpressibleByArgument, CaseIterable {
    /// Six 3 x 3 convolutions, 78 MFLOP an image.
    case standard
    /// Four, 8 MFLOP an image: for lessons and quick drives.
    case tiny

    func architecture(classNames: [String], side: Int) -> Architecture {
      switch self {
      case .standard: .standard(classNames: classNames, side: side)
      case .tiny: .tiny(classNames: classNames, side: side)
      }
    }
  }

  static let configuration = CommandConfiguration(
    abstract: "Train a network on photographs, on rendered pictures, or on both.",
    discussion: """
      Of photographs whole tracks are held out for validation: those of one track are near copies. Rendered pictures are
      new ones in every epoch. The seed decides the split, the weights, the order, the augmentation and what is rendered;
      one seed gives one network, whatever the threads. After every epoch a checkpoint is kept beside the model; --resume
      goes on from it to the same bits.

        stopline train --data GTSRB --out real.safetensors --epochs 12
        stopline train --data rendered --out rendered.safetensors
        stopline train --data GTSRB --data rendered --rendered-share 0.5 --held-out 0 --out merged.safetensors
        stopline train --data GTSRB --teacher real.safetensors --teacher rendered.safetensors --out taught.safetensors
      """)

  @Option(
    help: ArgumentHelp(
      "A folder laid out as GTSRB's training set, or the word rendered; give both to mix them.",
      valueName: "dir|rendered"))
  var data: [String]

  @Option(help: ArgumentHelp("The model file to write.", valueName: "file"))
  var out: String

  @Option(name: [.customLong("architecture"), .customLong("size")], help: "The network's size: standard or tiny.")
  var size = Size.standard

  @Option(help: ArgumentHelp("The classes to tell apart, separated by commas, or all.", valueName: "list"))
  var classes = "all"

  @OptionGroup var picture: SideOption

  @Option(help: ArgumentHelp("How many epochs.", valueName: "n"))
  var epochs = 12

  @Option(
    help: ArgumentHelp(
      "Pictures an epoch. (default: as many as there are photographs, or 1000 rendered ones a class)", valueName: "n"))
  var pictures: Int?

  @Option(help: ArgumentHelp("The rendered part of every epoch, where there are photographs too.", valueName: "share"))
  var renderedShare = 0.5

  @Option(
    help: """
      How often photographs show rare classes: natural, as they come; tempered, by the square root of their number; \
      uniform, as often as others. Rendered pictures are always uniform.
      """)
  var balance = ClassBalance.tempered

  @Option(
    help: """
      How much pictures are varied: none, standard, strong, defaced, which is strong with stickers on photographs, or \
      harsh, which also narrows some and takes the colour from some; rendered ones less than photographs.
      """)
  var augmentation = AugmentationRecipe.standard

  @Option(help: ArgumentHelp("Pictures a step.", valueName: "n"))
  var batch = 128

  @Option(help: ArgumentHelp("The highest learning rate of the one cycle.", valueName: "rate"))
  var rate: Float = 0.05

  @Option(help: ArgumentHelp("The part of the target that is spread over all classes.", valueName: "share"))
  var smoothing: Float = 0.05

  @Option(
    help: ArgumentHelp(
      "Decay a step of the average of the weights that is kept; 0 keeps the last weights.", valueName: "decay"))
  var average: Float = 0.998

  @Option(
    help: ArgumentHelp(
      """
      A model file, or a shipped model's name, to learn from beside the labels; several teach by the mean of their \
      probabilities. Its held-out tracks should be this run's, see --split-seed.
      """, valueName: "file"))
  var teacher: [String] = []

  @Option(help: ArgumentHelp("How much of the target is the teachers', 0 to 1.", valueName: "share"))
  var teacherShare: Float = 0.7

  @Option(
    name: [.long, .customLong("hold-out")],
    help: ArgumentHelp(
      "The share of each class's tracks to hold out; 0 trains on all, and no accuracy is claimed.", valueName: "share"))
  var heldOut = 0.08

  @Flag(help: "Go on from the checkpoint beside the model.")
  var resume = false

  @Option(help: ArgumentHelp("What every random draw comes from.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "What decides which tracks are held out: teachers and student need the same. (default: the seed)", valueName: "n")
  )
  var splitSeed: UInt64?

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var arithmetic: ArithmeticOptions
  @OptionGroup var progress: ProgressOptions

  func validate() throws {
    guard folders.count <= 1 else {
      throw ValidationError("--data names \(folders.count) folders; give one, and the word rendered if you like.")
    }
    guard try SignClass.list(classes, of: "--classes").count >= 2 else {
      throw ValidationError("--classes names one class; give 2 or more to tell apart.")
    }
    guard (0..<0.9).contains(heldOut) else {
      throw ValidationError("--held-out is \(heldOut); give a share from 0 to below 0.9.")
    }
    guard (0...1).contains(teacherShare) else {
      throw ValidationError("--teacher-share is \(teacherShare); give a share from 0 to 1.")
    }
    guard (0...1).contains(renderedShare) else {
      throw ValidationError("--rendered-share is \(renderedShare); give a share from 0 to 1.")
    }
    if let pictures, !(1...1_000_000_000).contains(pictures) {
      throw ValidationError("--pictures is \(pictures); give 1 to 1000000000.")
    }
  }

  func run() throws {
    let (loop, side) = (threads.loop, picture.side)
    let signs = try SignClass.list(classes, of: "--classes")
    // Before the photographs are read: a run must not end without a place for its model.
    _ = try OutputFolder(out.contains("/") ? String(out[..<(out.lastIndex(of: "/") ?? out.startIndex)]) : ".")
    let plan = try plan(for: signs)
    let rendered =
      isRendered
      ? try PictureGenerator(facesIn: AssetFolder.ofThisProcess().signs, side: side, seed: seed, loop: loop) : nil
    let photographs = try folders.first.map { folder in
      var reading = progress.line("Reading photographs")
      return try GTSRBDataSet.training(
        at: folder, shape: PictureShape(side: side), classes: Set(signs), loop: loop
      ) { reading.show($0, of: $1) }
    }
    for teacher in plan.teachers where photographs.map({ teacher.hasSeen(heldOutOf: $0, for: plan) }) ?? false {
      Terminal.note(
        "The teacher \(teacher.name) has learnt from tracks that are held out here, so the accuracy will claim too much; "
          + "train it with the --held-out and --split-seed of this run.")
    }
    let run = try TrainingRun(
      plan, photographs: photographs, rendered: rendered, loop: loop, arithmetic: arithmetic.choice)
    let checkpoint = out + ".checkpoint"
    if resume { try run.resume(from: checkpoint) }
    var line = progress.line("Training")
    let (network, card) = try run(checkpoint: checkpoint, clock: { ProcessInfo.processInfo.systemUptime }) { report in
      if report.endsEpoch {
        line = progress.line("Training")
        Terminal.note(
          TrainingText.line(
            report.epoch, report.epochs, report.loss, report.validationAccuracy, report.imagesPerSecond,
            report.secondsLeft))
      } else {
        line.show(
          TrainingText.line(report.epoch, report.epochs, report.loss, nil, report.imagesPerSecond, report.secondsLeft))
      }
    }
    try ModelFile.write(network, card: card, to: out)
    try? FileManager.default.removeItem(atPath: checkpoint)
    let accuracy = card.accuracy.map { accuracy in
      ", \(Figure.percent(accuracy, places: 2)) of \(card.notes["accuracy_on"] ?? "the held-out pictures") read rightly"
    }
    try Terminal.print("Wrote \(out)\(accuracy ?? "").")
  }

  private var isRendered: Bool { data.contains("rendered") }

  private var folders: [String] { data.filter { $0 != "rendered" } }

  private func plan(for signs: [SignClass]) throws -> TrainingPlan {
    try TrainingPlan(
      architecture: size.architecture(classNames: signs.map(\.name), side: picture.side),
      configuration: TrainingConfiguration(
        epochs: epochs, batchSize: batch, schedule: .oneCycle(peak: rate), labelSmoothing: smoothing,
        averagingDecay: average == 0 ? nil : average, seed: seed),
      augmentation: augmentation, balance: balance, renderedShare: renderedShare, picturesPerEpoch: pictures,
      heldOut: heldOut, splitSeed: splitSeed, teachers: teacher.map { try Teacher(reading: ModelOptions.path(of: $0)) },
      teacherShare: teacherShare, command: commandLine, date: today)
  }

  /// What made the model, for its card; folders are left out, since they say nothing to others.
  private var commandLine: String {
    var words = ["stopline train"]
    if !folders.isEmpty { words.append("--data GTSRB") }
    if isRendered { words.append("--data rendered") }
    if !folders.isEmpty, isRendered { words.append("--rendered-share \(renderedShare)") }
    words.append("--out \(out.split(separator: "/").last ?? "model") --architecture \(size.rawValue)")
    if classes != "all" { words.append("--classes \(classes)") }
    words.append("--side \(picture.side) --epochs \(epochs)")
    if let pictures { words.append("--pictures \(pictures)") }
    if !folders.isEmpty { words.append("--balance \(balance.rawValue) --held-out \(heldOut)") }
    words.append("--augmentation \(augmentation.rawValue) --batch \(batch) --rate \(rate) --smoothing \(smoothing)")
    words.append("--average \(average) --seed \(seed)")
    if let splitSeed { words.append("--split-seed \(splitSeed)") }
    words += teacher.map { "--teacher \($0.split(separator: "/").last ?? "model")" }
    if !teacher.isEmpty { words.append("--teacher-share \(teacherShare)") }
    // Each has its own bits, so what was chosen by the processor is told, too.
    let record = ArithmeticRecord(arithmetic.choice)
    words.append("--kernel \(record.kernel) --algorithm \(record.algorithm)")
    return words.joined(separator: " ")
  }

  private var today: String {
    String(ISO8601DateFormatter().string(from: Date()).prefix(10))
  }
}

extension ClassBalance: ExpressibleByArgument {}
extension AugmentationRecipe: ExpressibleByArgument {}
