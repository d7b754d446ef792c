import ArgumentParser

/// What every random draw comes from.
struct SeedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What every random draw comes from; the same seed gives the same bytes.", valueName: "n"))
  var seed: UInt64 = 7
}
