import Attacks
import Groundwork
import Records
import Signs

/// Tuning the rejection threshold on photographs: what `stopline tune` does between its arguments and its files.
package struct TuningRun: Sendable {
  private let model: Subject
  private let seed: UInt64

  package init(model: Subject, seed: UInt64) {
    self.model = model
    self.seed = seed
  }

  /// Reads every photograph, crafts some of the stop signs, and sweeps the threshold.
  ///
  /// - Parameters:
  ///   - dataSet: clean photographs; at least one.
  ///   - attacks: each turns the chosen stop signs towards `target`; none sweeps clean figures only.
  ///   - craftedImages: how many stop signs each attack gets, chosen by the seed among those read rightly.
  ///   - target: what the attacks want read.
  ///   - maximumFalseReject: the limit that the chosen threshold meets, in [0, 1].
  ///   - progress: told what is done and how far it is.
  package func callAsFunction(
    on dataSet: GTSRBDataSet, attacks: [any Attack], craftedImages: Int, target: SignClass,
    maximumFalseReject: Double, progress: (_ task: String, _ done: Int, _ total: Int) -> Void = { _, _, _ in }
  ) throws -> TuneRecord {
    let readings = try model.readings(of: dataSet) { progress("reading", $0, $1) }
    let goal = try model.goal(from: .stop, toward: target)
    let stop = goal.source
    let candidates = readings.indices.filter { readings[$0].label == stop && readings[$0].classNumber == stop }
    var stream = RandomStream(seed: seed, name: "tuning photographs")
    let chosen = stream.permutation(of: candidates.count).prefix(craftedImages).map { candidates[$0] }
    let pictures = chosen.map { dataSet.image(at: $0) }
    let harness = Harness(reader: model.reader, seed: seed, loop: model.loop)
    var crafted: [ThresholdSweep.CraftedReading] = []
    for (index, attack) in attacks.enumerated() {
      progress("crafting with \(attack.name)", index, attacks.count)
      let report = try harness.run(attack, on: pictures, goal: goal)
      crafted += report.images.map {
        ThresholdSweep.CraftedReading(confidence: $0.craftedReading.confidence ?? 0, meetsGoal: $0.isSuccess)
      }
    }
    let clean = readings.map {
      ThresholdSweep.CleanReading(label: $0.label, classNumber: $0.classNumber, confidence: $0.confidence)
    }
    return ThresholdSweep(clean: clean, crafted: crafted, stop: stop).record(maximumFalseReject: maximumFalseReject)
  }
}
