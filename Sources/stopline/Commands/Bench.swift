import ArgumentParser

/// `stopline bench`: how fast the engine is here.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the engine's speed.",
    discussion:
      "Figures are images a second, the best of the rounds; they mean something only beside a peer's, taken in turn.",
    subcommands: [BenchNetwork.self, BenchAttacks.self, BenchKernels.self])
}
