import ArgumentParser
import Defenses
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

  @Option(help: ArgumentHelp("How many pictures, evenly spaced in the order of their names.", valueName: "n"))
  var count = 64

  @Option(help: ArgumentHelp("What the pictures show.", valueName: "class"))
  var from = "stop"

  @Option(help: ArgumentHelp("What they are to be read as.", valueName: "class"))
  var target = "yield"

  @Flag(help: "Craft away from what the pictures show, towards any other class.")
  var untargeted = false

  @Option(help: ArgumentHelp("Which attacks, separated by commas; all when left out.", valueName: "methods"))
  var only: String?

  @Option(help: ArgumentHelp("How long each attack is repeated; the best time counts.", valueName: "s"))
  var seconds = 1.0

  @Flag(help: "Print JSON; the only form there is, kept for symmetry.")
  var json = false

  @OptionGroup var settings: AttackOptions
  @OptionGroup var seed: SeedOptions
  @OptionGroup var model: ModelOptions
  @OptionGroup var defences: DefenceOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var arithmetic: ArithmeticOptions

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count is \(count); give 1 or more.") }
    guard (0...600).contains(seconds) else { throw ValidationError("--seconds is \(seconds); give 0 to 600.") }
    _ = try methods()
  }

  func run() throws {
    let sign = try SignClass(named: from)
    let target = untargeted ? nil : try SignClass(named: target)
    let model = try Subject(
      reading: try self.model.path(), defences: try defences.stack() ?? DefenseStack(), loop: threads.loop,
      arithmetic: arithmetic.choice)
    let pictures = try ImageFolder(images).read(count).map(model.networkInput)
    let bench = AttackBench(model: model, seed: seed.seed, seconds: seconds) { ProcessInfo.processInfo.systemUptime }
    for method in try methods() {
      let row = try bench.row(try settings.attack(method), on: pictures, sign: sign, target: target)
      try Terminal.print(try RecordEncoding.line(row))
    }
  }

  private func methods() throws -> [AttackMethod] {
    guard let only else { return AttackMethod.allCases }
    return try only.split(separator: ",").map { name in
      guard let method = AttackMethod(rawValue: String(name)) else {
        let known = AttackMethod.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--only names '\(name)', which is no attack; there are \(known).")
      }
      return method
    }
  }
}
