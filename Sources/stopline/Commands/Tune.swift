import ArgumentParser
import Defenses
import Attacks
import Experiments
import Records
import Reporting
import Signs

/// `stopline tune`: the rejection threshold that meets a limit, and what it buys.
struct Tune: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Choose the rejection threshold.",
    discussion: """
      Reads clean photographs, crafts stop signs towards --target, and sweeps the threshold below which a reading counts as
      none. Chosen is the highest threshold that rejects no more than --max-false-reject of the clean photographs that are
      read rightly. The attacks stop as soon as the reading turns: one that knows the threshold would go on. With --out,
      writes tune.json, tune.csv and tune.png.

        stopline tune --data GTSRB --attack jsma,fgsm --max-false-reject 0.01 --out out/tune
      """)

  @OptionGroup var data: DataSetOptions

  @Option(
    help: ArgumentHelp(
      "Attacks that craft the stop signs: \(AttackList.form). (default: jsma)", valueName: "attack"))
  var attack: [String] = []

  @Option(
    help: ArgumentHelp("The limit on clean photographs rejected though read rightly, 0 to 1.", valueName: "share"))
  var maxFalseReject = 0.01

  @Option(help: ArgumentHelp("How many stop signs each attack gets.", valueName: "n"))
  var images = 64

  @Option(help: ArgumentHelp("What the stop signs are to be read as.", valueName: "class"))
  var target = "yield"

  @Option(help: ArgumentHelp("The folder for the sweep and its chart; made if missing.", valueName: "dir"))
  var out: String?

  @Flag(help: "Print the sweep as JSON.")
  var json = false

  @OptionGroup var seed: SeedOptions
  @OptionGroup var model: ModelOptions
  @OptionGroup var defences: DefenceOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var arithmetic: ArithmeticOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var progress: ProgressOptions

  func validate() throws {
    guard (0...1).contains(maxFalseReject) else {
      throw ValidationError("--max-false-reject is \(maxFalseReject); give a share from 0 to 1.")
    }
    guard (1...1_000_000).contains(images) else { throw ValidationError("--images is \(images); give 1 to 1000000.") }
    _ = try attacks()
  }

  func run() throws {
    let target = try SignClass(named: target)
    let folder = try out.map { try output.folder($0, writing: ["tune.json", "tune.csv", "tune.png"]) }
    let model = try Subject(
      reading: try self.model.path(), defences: try defences.stack() ?? DefenseStack(), loop: threads.loop,
      arithmetic: arithmetic.choice)
    let chosen = try data.load(for: model, loop: threads.loop, progress: progress.style)
    let (photographs, which) = (chosen.photographs, chosen.which)
    var line = progress.line("Tuning")
    let record = try TuningRun(model: model, seed: seed.seed)(
      on: photographs, attacks: try attacks(), craftedImages: images, target: target,
      maximumFalseReject: maxFalseReject
    ) { line.show("\($0) \($1) of \($2)") }
    let report = TuneReport(record, maxFalseReject: maxFalseReject)
    if let folder {
      try folder.write(record, as: "tune.json")
      try folder.write(record.table, as: "tune.csv")
      try folder.write(
        report.chart.rendered(width: 1280, height: 720), as: "tune.png", maker: "stopline tune on \(which)")
    }
    if json {
      try Terminal.print(try RecordEncoding.document(record))
    } else {
      try Terminal.print(
        Terminal.style.toned("\(which), crafted with \(try attacks().map(\.call).joined(separator: ", "))", .strong)
          + "\n")
      try Terminal.print(report.table.text(Terminal.style))
      try Terminal.print(report.verdict)
    }
  }

  private func attacks() throws -> [any AttackMethod] {
    try AttackList.attacks(attack.isEmpty ? ["jsma"] : attack, of: "--attack")
  }
}
