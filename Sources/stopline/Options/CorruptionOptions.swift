import ArgumentParser
import Groundwork
import Signs

/// Whether and how a model is also measured on corrupted photographs.
struct CorruptionOptions: ParsableArguments {
  @Flag(help: "Read the photographs also under 19 corruptions at five severities.")
  var corruptions = false

  @Option(
    help: ArgumentHelp(
      "With --corruptions: another model's evaluation.json, which the errors are set against.", valueName: "file"))
  var reference: String?

  @Option(
    help: ArgumentHelp(
      "With --corruptions and --out: the photograph that corrupted-sign.png shows, as 00014/00000_00029.ppm. "
        + "(default: one of a stop sign)", valueName: "name"))
  var shown: String?

  func validate() throws {
    guard corruptions || (reference == nil && shown == nil) else {
      throw ValidationError("--reference and --shown belong to --corruptions; give it too.")
    }
  }

  /// The place of the photograph to show: the named one, else the last of the first track of stop signs, which is the
  /// nearest of that drive, else the first of all.
  /// - Throws: `UnknownPhotograph`.
  func shownPhotograph(of set: GTSRBDataSet) throws -> Int {
    if let shown {
      if let index = set.names.firstIndex(of: shown) { return index }
      throw UnknownPhotograph(name: shown, example: set.names[0])
    }
    guard let first = set.labels.firstIndex(of: .stop) else { return 0 }
    return set.tracks.lastIndex(of: set.tracks[first]) ?? first
  }
}

/// A name that none of the photographs has.
struct UnknownPhotograph: ExplainedError {
  let name: String
  /// A name that one has.
  let example: String

  var kind: FaultKind { .usage }

  var description: String {
    "--shown: no photograph that is measured is called '\(name)'; give a name such as \(example)."
  }
}
