import ArgumentParser
import Groundwork

/// How many threads share the arithmetic.
struct ThreadOptions: ParsableArguments {
  @Option(
    name: .customLong("threads"),
    help: ArgumentHelp(
      "How many threads to use; results do not depend on it. (default: one a core)", valueName: "n"))
  var count: Int?

  var loop: ConcurrentLoop { count.map(ConcurrentLoop.init(threads:)) ?? .allCores }

  func validate() throws {
    if let count, !(1...1024).contains(count) {
      throw ValidationError("--threads is \(count); give 1 to 1024.")
    }
  }
}
