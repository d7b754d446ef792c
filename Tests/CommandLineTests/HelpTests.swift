import Foundation
import Testing

/// What `--help` says of every command, so that nobody changes it unawares.
@Suite struct HelpTests {
  private static let file = Project.root + "/Tests/CommandLineTests/Help.txt"

  @Test func everyCommandsHelpIsAsRecorded() throws {
    let pages = try commands().map { try page(of: $0) }
    let text = pages.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["STOPLINE_RECORD"] != nil {
      try text.write(toFile: Self.file, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOfFile: Self.file, encoding: .utf8)
    let changed = Set(text.split(separator: "\n")).symmetricDifference(recorded.split(separator: "\n")).sorted()
    #expect(
      text == recorded,
      """
      Help has changed; if it is meant, STOPLINE_RECORD=1 swift test -c release --filter HelpTests writes it anew. Lines \
      that are in one alone: \(changed.prefix(8).joined(separator: " | "))
      """)
  }

  /// The words of every command, the program itself with none, as the program's own description lists them.
  private func commands() throws -> [[String]] {
    let run = try RunningCommand(["--experimental-dump-help"])
    try #require(run.exitCode == 0)
    return try JSONDecoder().decode(Tool.self, from: Data(run.standardOutput.utf8)).command.all.map {
      Array($0.dropFirst())
    }
  }

  private func page(of command: [String]) throws -> String {
    let run = try RunningCommand(command + ["--help"])
    #expect(run.exitCode == 0 && run.standardError.isEmpty)
    return (["$ stopline"] + command + ["--help"]).joined(separator: " ") + "\n" + run.standardOutput
  }
}

/// As much of ArgumentParser's description of a program as names its commands.
private struct Tool: Decodable {
  struct Command: Decodable {
    let commandName: String
    let subcommands: [Command]?

    /// The names on the way to every command, this one's first; the command `help` has no page.
    var all: [[String]] {
      [[commandName]]
        + (subcommands ?? []).filter { $0.commandName != "help" }.flatMap { command in
          command.all.map { [commandName] + $0 }
        }
    }
  }

  let command: Command
}
