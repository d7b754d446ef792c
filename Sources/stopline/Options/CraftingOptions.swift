import ArgumentParser

/// What every attack on pictures is told, whatever its method.
struct CraftingOptions: ParsableArguments {
  enum Finding: String, ExpressibleByArgument, CaseIterable {
    case flip
  }

  @Option(help: ArgumentHelp("What the signs are: a class, by name or number.", valueName: "class"))
  var from = "stop"

  @Option(help: ArgumentHelp("What they are to be read as; any other class when left out.", valueName: "class"))
  var target: String?

  @Option(help: ArgumentHelp("The folder for the pictures and the record; made if missing.", valueName: "dir"))
  var out: String?

  @Option(help: "End with exit code 1 when this is found, or when no picture could be tried: flip.")
  var failOn: Finding?

  @Flag(help: "Print the record instead of the table.")
  var json = false

  @OptionGroup var seed: SeedOptions
  @OptionGroup var model: ModelOptions
  @OptionGroup var defences: DefenceOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var arithmetic: ArithmeticOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var progress: ProgressOptions
}
