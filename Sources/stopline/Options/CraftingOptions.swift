import ArgumentParser

/// What every attack on pictures is told, whatever its method.
struct CraftingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What the signs are: a class, by name or number.", valueName: "class"))
  var from = "stop"

  @Option(help: ArgumentHelp("What they are to be read as; away, or left out: any other class.", valueName: "class"))
  var target: String?

  @Option(help: ArgumentHelp("The folder for the pictures and the record; made if missing.", valueName: "dir"))
  var out: String?

  @Flag(help: "Print the record instead of the table.")
  var json = false

  @OptionGroup var gates: GateOptions
  @OptionGroup var seed: SeedOptions
  @OptionGroup var model: ModelOptions
  @OptionGroup var defences: DefenceOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var arithmetic: ArithmeticOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var progress: ProgressOptions
}
