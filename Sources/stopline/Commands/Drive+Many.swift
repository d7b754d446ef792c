import ArgumentParser
import Experiments
import Groundwork
import Records
import Reporting
import Scenarios

extension DriveCommand {
  /// One drive that is to be made.
  private struct Plan {
    /// Which of the scenario files it is of.
    let index: Int
    /// The name of its folder.
    let folder: String
    let scenario: Scenario
  }

  /// What has been driven so far.
  private struct Series {
    /// The scenarios that were driven at least once, by the index of their file.
    var scenarios: [Int: ScenarioSeriesRecord] = [:]
    var drives: [(index: Int, summary: DriveSummaryRecord)] = []
    var tallies: [GateTally] = []
    var faults: [(index: Int, fault: any ExplainedError)] = []

    func hasFault(at index: Int) -> Bool { faults.contains { $0.index == index } }
  }

  private static let seriesRecord = "drives.json"
  private static let seriesTable = "drives.csv"

  /// Drives all scenarios with all seeds, and tells of them together.
  func driveMany() throws {
    let gates = try self.gates.gates()
    var series = Series()
    let plans = try self.plans(&series)
    let folders = try out.map { try self.folders(in: $0, for: plans) }
    let garage = try Garage(self)
    var line = progress.line("Driving")
    for (number, plan) in plans.enumerated() where !series.hasFault(at: plan.index) {
      line.show(number, of: plans.count, unit: " drives")
      do {
        try drive(plan, in: garage, folders?.drives[number], &series)
      } catch let fault as any ExplainedError where !fault.isInOutput {
        series.faults.append((plan.index, fault))
      }
    }
    let record = record(of: series)
    if let folder = folders?.whole {
      try folder.write(record, as: Self.seriesRecord)
      try folder.write(record.table, as: Self.seriesTable)
    }
    if json {
      try Terminal.print(try RecordEncoding.document(record))
    } else {
      try Terminal.print(DriveSeriesReport(record).report(Terminal.style))
    }
    try end(series, gates)
  }

  /// Every drive that is to be made; scenarios that cannot be read are faults of the series.
  private func plans(_ series: inout Series) throws -> [Plan] {
    var plans: [Plan] = []
    for (index, name) in ImageNames(of: scenarios).names.enumerated() {
      do {
        let scenario = try read(scenarios[index])
        plans += (0..<UInt64(seeds)).map { step in
          var scenario = scenario
          scenario.seed &+= step
          return Plan(
            index: index, folder: seeds == 1 ? name : "\(name)-seed\(scenario.seed)", scenario: scenario)
        }
      } catch let fault as any ExplainedError where fault.isInScenario {
        series.faults.append((index, fault))
      }
    }
    return plans
  }

  /// The folder of the series and one a drive, made and tried before the first drive.
  private func folders(in out: String, for plans: [Plan]) throws -> (whole: OutputFolder, drives: [OutputFolder]) {
    let inputs = scenarios + plans.flatMap { self.inputs(of: $0.scenario) }
    let whole = try output.folder(
      out, writing: Set(plans.map(\.folder)).union([Self.seriesRecord, Self.seriesTable]), reading: inputs)
    let drives = try plans.map {
      try output.folder(whole.file($0.folder), writing: DriveFiles.names, reading: inputs)
    }
    return (whole, drives)
  }

  private func drive(_ plan: Plan, in garage: Garage, _ folder: OutputFolder?, _ series: inout Series) throws {
    let drive = try garage.drive(plan.scenario, progress: DriveProgressLine(plan.scenario.name, .none))
    if let folder { try drive.files.write(into: folder) }
    if series.scenarios[plan.index] == nil {
      series.scenarios[plan.index] = ScenarioSeriesRecord(file: scenarios[plan.index], first: drive.record)
    }
    series.drives.append((plan.index, DriveSummaryRecord(drive.record, folder: folder == nil ? nil : plan.folder)))
    var tally = GateTally(drive.record)
    if seeds > 1 { tally.name += ", seed \(plan.scenario.seed)" }
    if let unread = tally.unread { Terminal.warn("\(tally.name): \(unread)") }
    series.tallies.append(tally)
  }

  private func record(of series: Series) -> DriveSeriesRecord {
    let counted = series.scenarios.sorted { $0.key < $1.key }.map { index, scenario in
      var scenario = scenario
      scenario.count(series.drives.filter { $0.index == index }.map(\.summary))
      return scenario
    }
    return DriveSeriesRecord(
      arithmetic: ArithmeticRecord(arithmetic.choice), scenarios: counted, drives: series.drives.map(\.summary),
      faults: series.faults.map { DriveFaultRecord(file: scenarios[$0.index], fault: "\($0.fault)") })
  }

  /// Says what could not be driven and what opens a gate.
  /// - Throws: the exit code of the first fault, or that of an open gate.
  private func end(_ series: Series, _ gates: [Gate]) throws {
    for (_, fault) in series.faults { Terminal.note("stopline: \(fault)") }
    let findings = Result { try GateOptions.test(gates, on: series.tallies) }
    if let (_, fault) = series.faults.first { throw ExitCode(ExitStatus.code(of: fault.kind)) }
    try findings.get()
  }
}
