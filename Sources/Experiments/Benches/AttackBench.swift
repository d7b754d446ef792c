import Attacks
import Imaging
import Records
import Signs

/// Times attacks: a row an attack, in the shape that `Tests/Peers/attacks.py` prints for other libraries.
package struct AttackBench {
  /// What one attack came to.
  package struct Row: Encodable, Sendable {
    package var library = "stopline"
    package var attack: String
    /// The attack with its settings, on one line.
    package var call: String
    package var targeted: Bool
    package var images: Int
    /// Crafting alone, the best of the rounds.
    package var secondsPerImage: Double
    /// Crafting and all that the harness does: rounding, reading again, measuring.
    package var checkedSecondsPerImage: Double
    /// The share of the pictures that the attack turns.
    package var success: Double
    /// Over the pictures that it turns; absent when it turns none.
    package var median: NormMedians?

    private enum CodingKeys: String, CodingKey {
      case library, attack, call, targeted, images, success, median
      case secondsPerImage = "seconds_per_image"
      case checkedSecondsPerImage = "checked_seconds_per_image"
    }
  }

  private let model: Subject
  private let harness: Harness
  private let seconds: Double
  private let clock: @Sendable () -> Double

  /// - Parameters:
  ///   - seconds: how long an attack is repeated; once at least.
  ///   - clock: seconds since any moment.
  package init(model: Subject, seed: UInt64, seconds: Double, clock: @escaping @Sendable () -> Double) {
    self.model = model
    harness = Harness(reader: model.reader, seed: seed, loop: model.loop)
    self.seconds = seconds
    self.clock = clock
  }

  /// Times an attack on the pictures that are read rightly.
  /// - Parameters:
  ///   - pictures: of the network's size.
  ///   - target: nil for any class but the sign's.
  package func row(
    _ attack: some AttackMethod, on pictures: [Image], sign: SignClass, target: SignClass?
  ) throws -> Row {
    let goal = try model.goal(from: sign, toward: target)
    let readings = try harness.readings(of: pictures)
    let right = zip(pictures, readings).filter { $1.decision == goal.source }.map(\.0)
    let timed = TimedAttack(attack, clock: clock)
    var (best, bestChecked) = (Double.infinity, Double.infinity)
    let end = clock() + seconds
    var report: HarnessReport
    repeat {
      let start = clock()
      report = try harness.run(timed, on: right, goal: goal)
      best = min(best, timed.seconds)
      bestChecked = min(bestChecked, clock() - start)
    } while clock() < end
    let turned = report.images.filter(\.isSuccess)
    return Row(
      attack: attack.name, call: attack.call, targeted: target != nil, images: right.count,
      secondsPerImage: each(best, of: right.count),
      checkedSecondsPerImage: each(bestChecked, of: right.count), success: report.turned.rate ?? 0,
      median: turned.isEmpty ? nil : NormMedians(of: turned.map { Norms($0.difference) }))
  }

  /// To hundredths of a microsecond.
  private func each(_ seconds: Double, of images: Int) -> Double {
    (seconds / Double(max(1, images)) * 1e8).rounded() / 1e8
  }
}
