import Experiments
import Groundwork
import Records
import Reporting
import Scenarios

/// What drives of one run share: assets, options, and the subject that was loaded last.
final class Garage {
  /// A finished drive.
  struct Drive {
    let files: DriveFiles
    var record: DriveRecord { files.result.record }
  }

  private let command: DriveCommand
  private let assets: AssetFolder
  private let loop: ConcurrentLoop
  private var subject: (path: String, defences: String, subject: Subject)?

  /// - Throws: `AssetFault` when the shipped files cannot be found.
  init(_ command: DriveCommand) throws {
    self.command = command
    assets = try AssetFolder.ofThisProcess()
    loop = command.threads.loop
  }

  /// Drives a scenario.
  /// - Throws: what is wrong with the scenario, its model or its sign.
  func drive(_ scenario: Scenario, progress: consuming DriveProgressLine) throws -> Drive {
    var progress = progress
    let subject = try subject(for: scenario)
    let experiment = try DriveExperiment(scenario, model: subject, faces: assets.signs, loop: loop)
    let result = try experiment { progress.show($0) }
    return Drive(files: DriveFiles(result: result, names: ClassNames(subject.classNames)))
  }

  private func subject(for scenario: Scenario) throws -> Subject {
    let path = try command.model.path(preferring: scenario.perception.model, in: assets)
    let defences = scenario.defences.description
    if let known = subject, known.path == path, known.defences == defences { return known.subject }
    let loaded = try Subject(
      reading: path, defences: scenario.defences, loop: loop, arithmetic: command.arithmetic.choice)
    subject = (path, defences, loaded)
    return loaded
  }
}

/// How far a scenario's drives are, on one line a drive.
struct DriveProgressLine: ~Copyable {
  private static let drives = ["", ", attacked", ", control"]

  private let name: String
  private let style: ProgressStyle
  private var drive = 0
  private var line: ProgressLine

  init(_ name: String, _ style: ProgressStyle) {
    self.name = name
    self.style = style
    line = ProgressLine("Driving \(name)", style: style)
  }

  mutating func show(_ progress: DriveProgress) {
    if progress.drive != drive {
      drive = progress.drive
      line = ProgressLine("Driving \(name)" + DriveProgressLine.drives[min(drive, 2)], style: style)
    }
    line.show(Int(progress.way), of: Int(progress.wholeWay), unit: " m")
  }
}
