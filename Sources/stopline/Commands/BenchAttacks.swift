import ArgumentParser
import Attacks
import Experiments
import Foundation
import Groundwork
import Imaging
import Networks
import Records
import Signs

/// `stopline bench attacks`: attacks timed on pictures of one class.
struct BenchAttacks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attacks", abstract: "Time the attacks and print success and norms, one JSON object a line.")

  @Option(help: ArgumentHelp("A folder of pictures of one class.", valueName: "dir"))
  var images: String

  @Option(help: ArgumentHelp("How many pictures, chosen by the seed.", valueName: "n"))
  var count = 64

  @Option(help: ArgumentHelp("What the pictures show.", valueName: "class"))
  var from = "stop"

  @Option(help: ArgumentHelp("What they are to be read as.", valueName: "class"))
  var target = "yield"

  @Option(help: ArgumentHelp("Which attacks, separated by commas; all when left out.", valueName: "methods"))
  var only: String?

  @Flag(help: "Print JSON; the only form there is, kept for symmetry.")
  var json = false

  @OptionGroup var settings: AttackOptions
  @OptionGroup var seed: SeedOptions
  @OptionGroup var model: ModelOptions
  @OptionGroup var threads: ThreadOptions

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count is \(count); give 1 or more.") }
  }

  func run() throws {
    let (sign, target) = (try SignClass(named: from), try SignClass(named: target))
    let model = try ModelUnderTest(reading: try self.model.path(), loop: threads.loop)
    let pictures = try ImageFolder(images).read(count, seed: seed.seed).map(model.networkInput)
    let wanted = only?.split(separator: ",").map(String.init)
    for method in AttackMethod.allCases where wanted?.contains(method.rawValue) ?? true {
      let bench = AttackBench(model: model, seed: seed.seed) { ProcessInfo.processInfo.systemUptime }
      let row = try bench.row(try settings.attack(method), on: pictures, sign: sign, target: target)
      try Terminal.print(try RecordEncoding.line(row))
    }
  }
}
