import Scenarios
import ArgumentParser
import Experiments
import Groundwork
import Records
import Reporting

/// `stopline drive`: a scenario from photograph to verdict.
struct DriveCommand: ParsableCommand {
  /// What a run may be told to report with exit code 1.
  enum Finding: String, ExpressibleByArgument, CaseIterable {
    /// A frame read as the attack wanted.
    case flip
    /// A drive that did not stop before the line.
    case missedStop = "missed-stop"
  }

  static let configuration = CommandConfiguration(
    commandName: "drive", abstract: "Drive a scenario and say whether the car stopped.",
    discussion: """
      Prints a table and a verdict. With --out, writes drive.json (the record), frames.csv (a row a frame) and
      side-by-side.png. Scenarios/README.md lists every key of a scenario file.

        stopline drive Scenarios/stop-to-yield.yaml --out out/stop-to-yield
        stopline drive my.yaml --fail-on missed-stop && echo safe
      """)

  @Argument(
    help: ArgumentHelp("A scenario file.", valueName: "scenario"), completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(help: ArgumentHelp("The folder for the record and its pictures; made if missing.", valueName: "dir"))
  var out: String?

  @Option(help: ArgumentHelp("The seed, in place of the scenario's.", valueName: "n"))
  var seed: UInt64?

  @Option(
    help: "End with exit code 1 when this is found: \(Finding.allCases.map(\.rawValue).joined(separator: " or ")).")
  var failOn: Finding?

  @Flag(help: "Print the record instead of the table.")
  var json = false

  @OptionGroup var model: ModelOptions
  @OptionGroup var defences: DefenceOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var arithmetic: ArithmeticOptions

  func run() throws {
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
    if let failOn, found(failOn, in: result.record) { throw ExitCode(ExitStatus.found) }
  }

  private func write(_ result: DriveExperiment.Result, classNames: [String], into folder: OutputFolder) throws {
    try folder.write(result.record, as: "drive.json")
    try folder.write(result.record.frameTable, as: "frames.csv")
    let sheet = DriveSheet(
      record: result.record,
      moments: result.film.map { frame in
        DriveMoment(
          distance: frame.distance, clean: ReadPicture(image: frame.photograph, reading: frame.clean),
          crafted: frame.crafted.flatMap { picture in
            frame.attacked.map { ReadPicture(image: picture, reading: $0) }
          })
      }, names: ClassNames(classNames))
    try folder.write(sheet.rendered(), as: "side-by-side.png", maker: "drive of scenario \(result.record.scenario)")
  }

  private func found(_ finding: Finding, in record: DriveRecord) -> Bool {
    switch finding {
    case .flip: record.flips.stopToYield > 0
    case .missedStop: (record.attacked ?? record.clean).outcome != "stopped"
    }
  }
}
