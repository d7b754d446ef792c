import ArgumentParser
import Groundwork
import Records
import Scenarios

/// `stopline check`: scenario files read and not driven.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read scenario files, say what is wrong in them, and print them with all their values.",
    discussion: """
      Nothing is driven. Prints each scenario with every key that does something, defaults too, as YAML that reads back to
      the same in the folder where the program runs. Warnings and faults go to standard error with their file and line; all
      files are read, and the exit code is that of the first bad one (65).

        stopline check Scenarios/*.yaml --quiet
        stopline check my.yaml --set 'vehicle.speed=70 km/h'
        stopline check --reference
      """)

  @Argument(
    help: ArgumentHelp("Scenario files.", valueName: "scenario"), completion: .file(extensions: ["yaml", "yml"]))
  var scenarios: [String] = []

  @Flag(help: "Print one JSON object a file instead of YAML.")
  var json = false

  @Flag(help: "Print nothing but warnings and faults.")
  var quiet = false

  @Flag(help: "Print the reference of all keys, Markdown, and read nothing.")
  var reference = false

  @OptionGroup var changes: ScenarioChanges

  func validate() throws {
    guard scenarios.isEmpty == reference else {
      throw ValidationError("Name what to check: scenario files, or --reference for the list of keys.")
    }
  }

  func run() throws {
    if reference { return try Terminal.print(Array(ScenarioReference.markdown.utf8)) }
    var status: Int32?
    for (index, path) in scenarios.enumerated() {
      do {
        try show(try changes.read(path), path, isFirst: index == 0)
      } catch let fault as any ExplainedError where fault.isInScenario {
        Terminal.note("stopline: \(fault)")
        status = status ?? ExitStatus.code(of: fault.kind)
        if json, !quiet {
          try Terminal.print(
            RecordEncoding.line(ScenarioCheckRecord(file: path, fault: "\(fault)")))
        }
      }
    }
    if let status { throw ExitCode(status) }
  }

  private func show(_ scenario: Scenario, _ path: String, isFirst: Bool) throws {
    guard !quiet else { return }
    guard json else {
      let head = scenarios.count > 1 ? (isFirst ? "" : "\n") + "---\n# \(path)\n" : ""
      return try Terminal.print(Array((head + scenario.yaml).utf8))
    }
    try Terminal.print(RecordEncoding.line(ScenarioCheckRecord(scenario, file: path)))
  }
}

extension ExplainedError {
  /// Whether another scenario may still be good: not when the command line itself is wrong or the output gone.
  var isInScenario: Bool { kind == .badData || kind == .missingInput }

  /// Whether no other result can be kept either.
  var isInOutput: Bool { kind == .cannotCreate || kind == .cannotWrite }
}

extension ScenarioCheckRecord {
  init(_ scenario: Scenario, file: String) {
    self.init(
      file: file, name: scenario.name, sha256: scenario.digest, resolved: scenario.resolved,
      warnings: scenario.warnings.map {
        ScenarioWarningRecord(kind: $0.kind.rawValue, setting: $0.setting, sentence: "\($0)")
      })
  }
}
