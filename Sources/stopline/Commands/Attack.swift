import ArgumentParser
import Attacks
import Experiments
import Groundwork
import Imaging
import Records
import Reporting
import Signs

/// `stopline attack`: pictures crafted against a model.
struct AttackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attack", abstract: "Craft pictures that the network reads as something else.",
    discussion: """
      Every crafted picture is rounded to 8 bits, read again and measured before it counts. With --out, each image NAME gives
      NAME.clean.png and NAME.crafted.png (what the network read, 32 x 32) and NAME.side-by-side.png; attack.json is the
      record, and sheet.png shows many at once. The control is random noise of the same norm.

        stopline attack jsma stop.png --target yield --out out/jsma
        stopline attack fgsm signs/*.png --target yield --epsilon 16/255
      """)

  @Argument(help: "How to craft: \(AttackMethod.allCases.map(\.rawValue).joined(separator: ", ")).")
  var method: AttackMethod

  @Argument(
    help: ArgumentHelp("Pictures of signs.", valueName: "image"), completion: .file(extensions: ["png", "ppm"]))
  var images: [String]

  @Option(help: ArgumentHelp("What the signs are: a class, by name or number.", valueName: "class"))
  var from = "stop"

  @Option(help: ArgumentHelp("What they are to be read as; any other class when left out.", valueName: "class"))
  var target: String?

  @Option(help: ArgumentHelp("The folder for the pictures and the record; made if missing.", valueName: "dir"))
  var out: String?

  @Option(help: "End with exit code 1 when this is found: flip.")
  var failOn: Finding?

  @Flag(help: "Print the record instead of the table.")
  var json = false

  @OptionGroup var settings: AttackOptions
  @OptionGroup var seed: SeedOptions
  @OptionGroup var model: ModelOptions
  @OptionGroup var threads: ThreadOptions

  enum Finding: String, ExpressibleByArgument, CaseIterable {
    case flip
  }

  func run() throws {
    let sign = try SignClass(named: from)
    let target = try self.target.map { try SignClass(named: $0) }
    let folder = try out.map(OutputFolder.init)
    let model = try ModelUnderTest(reading: try self.model.path(), loop: threads.loop)
    let names = ImageNames(of: images).names
    let pictures = try zip(names, images).map { (name: $0, image: try ImageFile.read($1)) }
    let experiment = AttackExperiment(try settings.attack(method), on: model, seed: seed.seed)
    let result = try experiment(on: pictures, sign: sign, target: target)
    if let folder { try write(result, model: model, into: folder) }
    if json {
      try Terminal.print(try RecordEncoding.document(result.record))
    } else {
      let text = AttackText(
        result.record, classNames: model.classNames, controlSuccesses: result.control.successes,
        attempted: result.control.attempted)
      try Terminal.print(text.text(Terminal.style))
    }
    if failOn == .flip, result.record.summary.success > 0 { throw ExitCode(ExitStatus.found) }
  }

  private func write(_ result: AttackExperiment.Result, model: ModelUnderTest, into folder: OutputFolder) throws {
    let budget = try settings.described(method)
    let maker = "stopline attack \(result.record.method), budget \(budget), seed \(seed.seed)"
    let heading = SideBySide.Heading(
      method: result.record.method, target: result.record.goal.to.map { model.classNames[$0] },
      targetClass: result.record.goal.to, budget: budget, model: model.reference.path)
    let comparisons = result.images.map {
      SideBySide.Comparison(
        name: $0.record.name, clean: $0.clean, crafted: $0.crafted, cleanReading: $0.record.clean,
        craftedReading: $0.record.crafted, norms: $0.record.norms)
    }
    for comparison in comparisons {
      try folder.write(comparison.clean, as: "\(comparison.name).clean.png", maker: "clean, as the network read it")
      try folder.write(comparison.crafted, as: "\(comparison.name).crafted.png", maker: maker)
      try folder.write(
        SideBySide(comparison, under: heading).picture, as: "\(comparison.name).side-by-side.png", maker: maker)
    }
    if comparisons.count > 1 {
      try folder.write(ContactSheet(comparisons, under: heading).picture, as: "sheet.png", maker: maker)
    }
    try folder.write(result.record, as: "attack.json")
  }
}
