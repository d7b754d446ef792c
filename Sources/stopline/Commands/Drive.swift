import Scenarios
import ArgumentParser
import Experiments
import Groundwork
import Records
import Reporting

/// `stopline drive`: a scenario from photograph to verdict.
struct DriveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drive", abstract: "Drive a scenario and say whether the car stopped.",
    discussion: """
      Prints a table and a verdict. With --out, writes drive.json (the record), frames.csv (a row a frame) and
      side-by-side.png. Scenarios/README.md lists every key of a scenario file. An attacked drive has a clean twin, and a
      control on whose photographs random noise of the attack's norm is put.

        stopline drive Scenarios/stop-to-yield.yaml --out out/stop-to-yield
        stopline drive my.yaml --fail-on missed-demand && echo safe
      """)

  @Argument(
    help: ArgumentHelp("A scenario file.", valueName: "scenario"), completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(help: ArgumentHelp("The folder for the record and its pictures; made if missing.", valueName: "dir"))
  var out: String?

  @Option(help: ArgumentHelp("The seed, in place of the scenario's.", valueName: "n"))
  var seed: UInt64?

  @Flag(help: "Print the record instead of the table.")
  var json = false

  @OptionGroup var gates: GateOptions
  @OptionGroup var model: ModelOptions
  @OptionGroup var defences: DefenceOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var arithmetic: ArithmeticOptions

  func run() throws {
    let gates = try self.gates.gates()
    var scenario = try Scenario.read(scenario)
    if let seed { scenario.seed = seed }
    if let stack = try defences.stack() { scenario.defences = stack }
    let folder = try out.map(OutputFolder.init)
    let assets = try AssetFolder.ofThisProcess()
    let model = try Subject(
      reading: try self.model.path(preferring: scenario.perception.model, in: assets), defences: scenario.defences,
      loop: threads.loop, arithmetic: arithmetic.choice)
    let experiment = try DriveExperiment(scenario, model: model, faces: assets.signs, loop: threads.loop)
    let result = try experiment()
    if let folder { try write(result, classNames: model.classNames, into: folder) }
    if json {
      try Terminal.print(try RecordEncoding.document(result.record))
    } else {
      try Terminal.print(
        DriveWords(result.record, names: ClassNames(model.classNames)).report(Terminal.style))
      if let folder {
        try Terminal.print("Look at \(folder.file("side-by-side.png")); the record is \(folder.file("drive.json")).")
      }
    }
    let tally = GateTally(result.record)
    if let unread = tally.unread { Terminal.note("stopline: warning: \(tally.name): \(unread)") }
    try GateOptions.test(gates, on: [tally])
  }

  private func write(_ result: DriveExperiment.Result, classNames: [String], into folder: OutputFolder) throws {
    try folder.write(result.record, as: "drive.json")
    try folder.write(result.record.frameTable, as: "frames.csv")
    let sheet = DriveSheet(
      record: result.record, moments: result.film.map(DriveMoment.init), names: ClassNames(classNames))
    try folder.write(
      sheet.rendered(), as: "side-by-side.png", maker: "drive of scenario \(result.record.scenario.name)")
  }
}

extension DriveMoment {
  /// A frame of a drive's film as a sheet shows it.
  fileprivate init(_ frame: DriveFilm.Frame) {
    self.init(
      distance: frame.distance,
      clean: ReadPicture(image: frame.photograph, reading: frame.clean),
      crafted: frame.attacked.map { ReadPicture(image: $0.picture, reading: $0.reading) },
      control: frame.control.map { ReadPicture(image: $0.picture, reading: $0.reading) })
  }
}
