import ArgumentParser
import Experiments
import Foundation
import Groundwork
import Networks
import Reporting
import Signs

/// `stopline train`: a network from photographs.
struct Train: ParsableCommand {
  /// Which network.
  enum Size: String, ExpressibleByArgument, CaseIterable {
    /// Six 3 x 3 convolutions, 78 MFLOP an image.
    case standard
    /// For lessons and quick drives.
    case tiny
  }

  static let configuration = CommandConfiguration(
    abstract: "Train a network on photographs.",
    discussion: """
      Whole tracks are held out for validation: photographs of one track are near copies. The seed decides the split, the
      weights, the order and the augmentation; one seed gives one network, whatever the threads. After every epoch a
      checkpoint is kept beside the model; --resume goes on from it to the same bits.

        stopline train --data GTSRB --out my.safetensors --epochs 12
      """)

  @Option(help: ArgumentHelp("A folder laid out as GTSRB's training set.", valueName: "dir"))
  var data: String

  @Option(help: ArgumentHelp("The model file to write.", valueName: "file"))
  var out: String

  @Option(help: "The network's size: standard or tiny.")
  var size = Size.standard

  @Option(help: ArgumentHelp("How many times to go through the photographs.", valueName: "n"))
  var epochs = 12

  @Option(help: ArgumentHelp("Photographs a step.", valueName: "n"))
  var batch = 128

  @Option(help: ArgumentHelp("The highest learning rate of the one cycle.", valueName: "rate"))
  var rate: Float = 0.05

  @Option(help: ArgumentHelp("The share of each class's tracks to hold out.", valueName: "share"))
  var heldOut = 0.08

  @Flag(help: "Go on from the checkpoint beside the model.")
  var resume = false

  @Option(help: ArgumentHelp("What every random draw comes from.", valueName: "n"))
  var seed: UInt64 = 1

  @OptionGroup var threads: ThreadOptions

  func validate() throws {
    guard (0..<0.9).contains(heldOut) else {
      throw ValidationError("--held-out is \(heldOut); give a share from 0 to below 0.9.")
    }
  }

  func run() throws {
    let loop = threads.loop
    // Before the photographs are read: a run must not end without a place for its model.
    _ = try OutputFolder(out.contains("/") ? String(out[..<(out.lastIndex(of: "/") ?? out.startIndex)]) : ".")
    var reading = ProgressLine("Reading photographs")
    let photographs = try GTSRBDataSet.training(at: data, loop: loop) { reading.show($0, of: $1) }
    let names = SignClass.modelNames
    let configuration = TrainingConfiguration(
      epochs: epochs, batchSize: batch, schedule: .oneCycle(peak: rate), seed: seed)
    let run = try TrainingRun(
      .init(
        architecture: size == .standard ? .standard(classNames: names) : .tiny(classNames: names),
        configuration: configuration, heldOut: heldOut, command: commandLine, date: today),
      on: photographs, loop: loop)
    let checkpoint = out + ".checkpoint"
    if resume { try run.resume(from: checkpoint) }
    var line = ProgressLine("Training")
    let (network, card) = try run(checkpoint: checkpoint, clock: { ProcessInfo.processInfo.systemUptime }) { report in
      if report.endsEpoch {
        line = ProgressLine("Training")
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
    let accuracy = card.accuracy.map { ", \(Figure.percent($0, places: 2)) of the held-out photographs read rightly" }
    try Terminal.print("Wrote \(out)\(accuracy ?? "").")
  }

  /// What made the model, for its card; folders are left out, since they say nothing to others.
  private var commandLine: String {
    "stopline train --data GTSRB --out \(out.split(separator: "/").last ?? "model") --size \(size.rawValue) "
      + "--epochs \(epochs) --batch \(batch) --rate \(rate) --held-out \(heldOut) --seed \(seed)"
  }

  private var today: String {
    String(ISO8601DateFormatter().string(from: Date()).prefix(10))
  }
}
