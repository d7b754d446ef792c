import ArgumentParser
import Experiments
import Groundwork
import Networks
import Records
import Signs

/// Which photographs a command works on.
struct DataSetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder laid out as GTSRB's training set: a folder a class, with its CSV file.", valueName: "dir"))
  var data: String?

  @Option(help: ArgumentHelp("The folder of GTSRB's test photographs; needs --labels.", valueName: "dir"))
  var test: String?

  @Option(help: ArgumentHelp("The labels of the test photographs, GT-final_test.csv.", valueName: "file"))
  var labels: String?

  @Flag(help: "Use all photographs of --data, not only the tracks that the model's training held out.")
  var all = false

  /// Whether photographs are named.
  var isGiven: Bool { data != nil || test != nil }

  /// The folder that is named.
  var folder: String { data ?? test ?? "" }

  func validate() throws {
    guard data == nil || test == nil else {
      throw ValidationError("--data and --test are two sets of photographs; name one of them.")
    }
    guard (test == nil) == (labels == nil) else {
      throw ValidationError("--test and --labels go together: the photographs and the file that names their classes.")
    }
  }

  /// - Throws: where no photographs are named, for a command that needs them.
  func validateGiven() throws {
    guard isGiven else { throw ValidationError("Name the photographs: --data DIR, or --test DIR --labels FILE.") }
  }

  /// Photographs that a model is measured on.
  struct Chosen {
    /// Of signs that the model tells apart; at least one.
    var photographs: GTSRBDataSet
    /// A phrase that says which they are.
    var which: String
    /// Photographs of other signs.
    let leftOut: LeftOut
  }

  /// The photographs in the size that the model reads.
  /// - Throws: `GTSRBDataSetError` when they cannot be read, `NothingReadable` when the model tells none of their signs
  ///   apart.
  func load(for model: Subject, loop: ConcurrentLoop, progress style: ProgressStyle) throws -> Chosen {
    let (photographs, which) = try loadAll(for: model, loop: loop, progress: style)
    let (readable, leftOut) = model.readable(photographs)
    guard readable.count > 0 else { throw NothingReadable(folder: folder, model: model.reference.path) }
    return Chosen(photographs: readable, which: which, leftOut: leftOut)
  }

  private func loadAll(
    for model: Subject, loop: ConcurrentLoop, progress style: ProgressStyle
  ) throws -> (photographs: GTSRBDataSet, which: String) {
    var progress = ProgressLine("Reading photographs", style: style)
    if let test, let labels {
      let set = try GTSRBDataSet.test(at: test, labels: labels, shape: model.picture, loop: loop) {
        progress.show($0, of: $1)
      }
      return (set, "\(set.count) test photographs")
    }
    let set = try GTSRBDataSet.training(at: folder, shape: model.picture, loop: loop) { progress.show($0, of: $1) }
    let split = TrackSplit(of: set, as: model.card)
    guard !all, let split, !split.heldOut.isEmpty else {
      let trainedOn = split.map { $0.heldOut.isEmpty ? ", which the model was trained on" : "" } ?? ""
      return (set, "all \(set.count) photographs" + trainedOn)
    }
    return (set.selecting(split.heldOut), "\(split.heldOut.count) photographs of held-out tracks")
  }
}

/// Photographs of signs of which a model tells none apart.
struct NothingReadable: ExplainedError {
  let folder: String
  let model: String

  var kind: FaultKind { .badData }

  var description: String {
    "\(folder): \(model) tells none of the signs apart that the photographs show; give photographs of its classes, or "
      + "another model."
  }
}
