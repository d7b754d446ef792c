import ArgumentParser
import Foundation
import Records

/// The program: parses, runs one command, turns what went wrong into a sentence and an exit code.
@main
struct Stopline: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What does a crafted sign image do to the drive?",
    discussion: """
      Stopline drives a simulated car towards a junction. Its camera photographs a sign, a small network reads it, the
      car acts on what was read, and someone may perturb the picture on the way.

      Results go to standard output, progress and faults to standard error. Exit codes: 0 done; 1 what --fail-on names
      was found; 64 wrong usage; 65 bad input data; 66 input missing; 70 a fault of the program; 73, 74 output cannot be
      created or written.
      """,
    version: ProgramVersion.current,
    subcommands: [
      DriveCommand.self, Check.self, AttackCommand.self, AttacksCommand.self, Tune.self, Classify.self, Evaluate.self,
      Train.self, Render.self, Gallery.self, Defences.self, Bench.self,
    ])

  static func main() {
    // A reader that closes its end of the pipe is a fault with a sentence, not a silent death.
    signal(SIGPIPE, SIG_IGN)
    Foundation.exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs the command that the arguments name.
  /// - Returns: the exit code.
  static func run(_ arguments: [String]) -> Int32 {
    do {
      try AttackCommand.checkMethod(in: arguments)
      var command = try parseAsRoot(arguments)
      try command.run()
      return ExitStatus.done
    } catch {
      return ExitStatus.explain(error)
    }
  }
}
