import ArgumentParser
import Defenses
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
  @OptionGroup var defences: DefenceOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var arithmetic: ArithmeticOptions

  enum Finding: String, ExpressibleByArgument, CaseIterable {
    case flip
  }

  func run() throws {
    let sign = try SignClass(named: from)
    let target = try self.target.map { try SignClass(named: $0) }
    let folder = try out.map(OutputFolder.init)
    let model = try Subject(
      reading: try self.model.path(), defences: try defences.stack() ?? DefenseStack(), loop: threads.loop,
      arithmetic: arithmetic.choice)
    let names = ImageNames(of: images).names
    let pictures = try zip(names, images).map { (name: $0, image: try ImageFile.read($1)) }
    let experiment = AttackExperiment(try settings.attack(method), on: model, seed: seed.seed)
    let result = try experiment(on: pictures, sign: sign, target: target)
    let report = AttackReport(result.record, names: ClassNames(model.classNames))
    if let folder { try write(result, report, into: folder) }
    if json {
      try Terminal.print(try RecordEncoding.document(result.record))
    } else {
      try Terminal.print(Terminal.style.toned("\(report.title)  (\(report.details))", .strong) + "\n")
      try Terminal.print(report.table.text(Terminal.style))
      try Terminal.print(report.verdict)
      try Terminal.print(
        "Control, random noise of the same norm: \(result.control.successes) of \(result.control.attempted).")
    }
    if failOn == .flip, result.record.summary.success > 0 { throw ExitCode(ExitStatus.found) }
  }

  private func write(_ result: AttackExperiment.Result, _ report: AttackReport, into folder: OutputFolder) throws {
    let maker = "\(report.title) (\(report.details))"
    for image in result.images {
      let name = image.record.name
      try folder.write(image.clean, as: "\(name).clean.png", maker: "clean, as the network read it")
      try folder.write(image.crafted, as: "\(name).crafted.png", maker: maker)
      let sheet = SideBySide(
        title: report.title, name: name, details: report.details,
        clean: ReadPicture(image: image.clean, reading: image.record.clean),
        crafted: ReadPicture(image: image.crafted, reading: image.record.crafted), norms: image.record.norms,
        verdict: verdict(on: image.record, of: result.record))
      try folder.write(sheet.rendered(), as: "\(name).side-by-side.png", maker: maker)
    }
    if result.images.count > 1 { try writeSheet(of: result, report, maker: maker, into: folder) }
    try folder.write(result.record, as: "attack.json")
  }

  private func writeSheet(
    of result: AttackExperiment.Result, _ report: AttackReport, maker: String, into folder: OutputFolder
  ) throws {
    let sheet = ContactSheet(
      title: report.title, details: report.details,
      entries: result.images.map { image in
        ContactSheet.Entry(
          name: image.record.name, clean: ReadPicture(image: image.clean, reading: image.record.clean),
          crafted: ReadPicture(image: image.crafted, reading: image.record.crafted), norms: image.record.norms,
          verdict: verdict(on: image.record, of: result.record))
      })
    for page in 0..<sheet.pageCount {
      let name = page == 0 ? "sheet.png" : "sheet-\(page + 1).png"
      try folder.write(sheet.page(page), as: name, maker: maker)
    }
  }

  private func verdict(on image: AttackedImageRecord, of record: AttackRecord) -> PictureVerdict {
    PictureVerdict(clean: image.clean, crafted: image.crafted, goal: record.goal)
  }
}
