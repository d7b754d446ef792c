import ArgumentParser
import Defenses
import Attacks
import Experiments
import Foundation
import Groundwork
import Imaging
import Networks
import Records
import Reporting
import Signs

/// `stopline bench attacks`: attacks timed on pictures of one class.
struct BenchAttacks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attacks", abstract: "Time the attacks and print success and norms.",
    discussion: """
      With --json, one object a line in the shape of Tests/Peers/attacks.py.

        stopline bench attacks --images signs/stop --attack 'pgd(steps=10)' --attack fgsm,jsma
      """)

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

  @Option(
    help: ArgumentHelp("What is timed: \(AttackList.form). (default: the whole catalogue)", valueName: "attack"))
  var attack: [String] = []

  @Option(help: ArgumentHelp("How long each attack is repeated; the best time counts.", valueName: "s"))
  var seconds = 1.0

  @Flag(help: "Print an object a line, as soon as it is measured, instead of the table.")
  var json = false

  @OptionGroup var seed: SeedOptions
  @OptionGroup var model: ModelOptions
  @OptionGroup var defences: DefenceOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var arithmetic: ArithmeticOptions

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count is \(count); give 1 or more.") }
    guard (0...600).contains(seconds) else { throw ValidationError("--seconds is \(seconds); give 0 to 600.") }
    _ = try attacks()
  }

  func run() throws {
    let sign = try SignClass(named: from)
    let target = untargeted ? nil : try SignClass(named: target)
    let model = try Subject(
      reading: try self.model.path(), defences: try defences.stack() ?? DefenseStack(), loop: threads.loop,
      arithmetic: arithmetic.choice)
    let pictures = try ImageFolder(images).read(count).map(model.networkInput)
    let bench = AttackBench(model: model, seed: seed.seed, seconds: seconds) { ProcessInfo.processInfo.systemUptime }
    var rows: [AttackBench.Row] = []
    for attack in try attacks() {
      rows.append(try bench.row(attack, on: pictures, sign: sign, target: target))
      if json { try Terminal.print(try RecordEncoding.line(rows[rows.count - 1])) }
    }
    if !json { try Terminal.print(table(rows).text(Terminal.style)) }
  }

  private func attacks() throws -> [any AttackMethod] {
    try AttackList.attacks(attack.isEmpty ? AttackCatalogue.names : attack, of: "--attack")
  }

  private func table(_ rows: [AttackBench.Row]) -> TextTable {
    var table = TextTable(
      columns: [TextTable.Column("attack")]
        + ["ms an image", "with its check", "turned", "median L0 values", "median L2"].map { .init($0, .right) })
    for row in rows {
      table.append([
        TextTable.Cell(row.call), TextTable.Cell(Figure.decimal(1000 * row.secondsPerImage, places: 3)),
        TextTable.Cell(Figure.decimal(1000 * row.checkedSecondsPerImage, places: 3)),
        TextTable.Cell("\(Figure.percent(row.success)) of \(row.images)"),
        TextTable.Cell(Figure.decimal(row.median?.l0Features, places: 0)),
        TextTable.Cell(Figure.decimal(row.median?.l2, places: 3)),
      ])
    }
    return table
  }
}
