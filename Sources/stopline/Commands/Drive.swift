import ArgumentParser
import Experiments
import Groundwork
import Records
import Reporting
import Scenarios

/// `stopline drive`: scenarios from photograph to verdict.
struct DriveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drive", abstract: "Drive scenarios and say whether the car did what the sign asks.",
    discussion: """
      One scenario: prints a table and a verdict. With --out, writes drive.json (the record), frames.csv (a row a frame) and
      side-by-side.png. Scenarios/README.md lists every key of a scenario file. An attacked drive has a clean twin, and a
      control on whose photographs random noise of the attack's norm is put.

        stopline drive Scenarios/stop-to-yield.yaml --out out/stop-to-yield
        stopline drive my.yaml --set 'vehicle.speed=70 km/h' --fail-on missed-demand && echo safe

      Several scenarios, or several seeds of each: prints a row a scenario with what went wrong in how many drives. With
      --out, writes drives.json and drives.csv (a row a drive), and each drive's files into a folder of its own. A scenario
      that cannot be driven is told at the end, and the rest are driven.

        stopline drive Scenarios/*.yaml --seeds 20 --fail-on missed-demand --out out/release
      """)

  @Argument(
    help: ArgumentHelp("Scenario files.", valueName: "scenario"), completion: .file(extensions: ["yaml", "yml"]))
  var scenarios: [String]

  @Option(help: ArgumentHelp("The folder for the records and their pictures; made if missing.", valueName: "dir"))
  var out: String?

  @Option(help: ArgumentHelp("The seed, in place of the scenario's.", valueName: "n"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "How many seeds to drive each scenario with: its own, the next, and so on.", valueName: "n"))
  var seeds = 1

  @Flag(help: "Print the record instead of the table.")
  var json = false

  @OptionGroup var changes: ScenarioChanges
  @OptionGroup var output: OutputOptions
  @OptionGroup var gates: GateOptions
  @OptionGroup var model: ModelOptions
  @OptionGroup var defences: DefenceOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var arithmetic: ArithmeticOptions
  @OptionGroup var progress: ProgressOptions

  func validate() throws {
    guard (1...1_000_000).contains(seeds) else { throw ValidationError("--seeds is \(seeds); give 1 to 1000000.") }
  }

  func run() throws {
    if scenarios.count == 1, seeds == 1 {
      try driveOne(scenarios[0])
    } else {
      try driveMany()
    }
  }

  // MARK: One drive

  private func driveOne(_ path: String) throws {
    let gates = try self.gates.gates()
    let scenario = try read(path)
    let folder = try out.map {
      try output.folder($0, writing: DriveFiles.names, reading: [path] + inputs(of: scenario))
    }
    let garage = try Garage(self)
    let drive = try garage.drive(scenario, progress: DriveProgressLine(scenario.name, progress.style))
    if let folder { try drive.files.write(into: folder) }
    if json {
      try Terminal.print(try RecordEncoding.document(drive.record))
    } else {
      try Terminal.print(DriveWords(drive.record, names: drive.files.names).report(Terminal.style))
      if let folder {
        try Terminal.print(
          "Look at \(folder.file(DriveFiles.sheet)); the record is \(folder.file(DriveFiles.record)).")
      }
    }
    let tally = GateTally(drive.record)
    if let unread = tally.unread { Terminal.warn("\(tally.name): \(unread)") }
    try GateOptions.test(gates, on: [tally])
  }

  /// Reads a scenario with what the command line changes in it.
  func read(_ path: String) throws -> Scenario {
    var scenario = try changes.read(path)
    if let seed { scenario.seed = seed }
    if let stack = try defences.stack() { scenario.defences = stack }
    return scenario
  }

  /// The files that a scenario is driven with and that must not be overwritten.
  func inputs(of scenario: Scenario) -> [String] {
    var files = [scenario.sign.picture, model.model].compactMap(\.self)
    if case .file(let path) = scenario.perception.model { files.append(path) }
    return files
  }
}
