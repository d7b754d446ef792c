import ArgumentParser
import Experiments
import Foundation
import Networks

/// `stopline bench network`: inference, input gradient and training step.
struct BenchNetwork: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network", abstract: "Time inference, the gradient by the input, and a training step.")

  @Option(help: ArgumentHelp("Images a batch, separated by commas.", valueName: "list"))
  var batches = "1,8,64,256"

  @Option(help: ArgumentHelp("How long each figure is measured.", valueName: "s"))
  var seconds = 2.0

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var model: ModelOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var arithmetic: ArithmeticOptions

  func validate() throws {
    guard (0.01...600).contains(seconds) else { throw ValidationError("--seconds is \(seconds); give 0.01 to 600.") }
    _ = try sizes()
  }

  func run() throws {
    let model = try Subject(
      reading: try self.model.path(), loop: threads.loop, arithmetic: arithmetic.choice)
    let bench = NetworkBench(
      model: model, loop: threads.loop, arithmetic: arithmetic.choice, seconds: seconds
    ) {
      ProcessInfo.processInfo.systemUptime
    }
    let figures = try bench.figures(batches: try sizes(), trainingBatch: 128)
    try Terminal.print(try json ? figures.json() : figures.text())
  }

  private func sizes() throws -> [Int] {
    try batches.split(separator: ",").map { text in
      guard let size = Int(text), (1...65_536).contains(size) else {
        throw ValidationError("--batches has '\(text)'; give numbers from 1 to 65536, separated by commas.")
      }
      return size
    }
  }
}
