import ArgumentParser

/// How a command tells how far it is.
struct ProgressOptions: ParsableArguments {
  @Option(
    help: """
      How to tell on standard error how far it is: auto, a line that is written over where somebody watches; plain, a line \
      every few seconds; none.
      """)
  var progress: ProgressStyle?

  @Flag(help: "The same as --progress none.")
  var quiet = false

  func validate() throws {
    guard progress == nil || !quiet else {
      throw ValidationError("--quiet and --progress are two answers to one question; give one of them.")
    }
  }

  var style: ProgressStyle { quiet ? .none : progress ?? .auto }

  /// - Parameter activity: what is going on: `Reading photographs`.
  func line(_ activity: String) -> ProgressLine { ProgressLine(activity, style: style) }
}

extension ProgressStyle: ExpressibleByArgument {}
