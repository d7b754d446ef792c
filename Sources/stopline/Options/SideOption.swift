import ArgumentParser
import Networks

/// How large the pictures are that a network reads.
struct SideOption: ParsableArguments {
  @Option(help: ArgumentHelp("Pixels a side of the pictures that the network gets, 8 to 512.", valueName: "n"))
  var side = Architecture.shippedSide

  func validate() throws {
    guard (8...512).contains(side) else { throw ValidationError("--side is \(side); give 8 to 512 pixels.") }
  }
}
