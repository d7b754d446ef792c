import Attacks
import Imaging
import Records
import Signs

/// Times attacks: a row an attack in the shape of the peers' bench.
package struct AttackBench {
  /// What one attack came to.
  package struct Row: Encodable, Sendable {
    package var library = "stopline"
    package var attack: String
    package var targeted = true
    package var images: Int
    package var secondsPerImage: Double
    package var success: Double
    package var median: NormMedians

    private enum CodingKeys: String, CodingKey {
      case library, attack, targeted, images, success, median
      case secondsPerImage = "seconds_per_image"
    }
  }

  private let model: ModelUnderTest
  private let harness: Harness
  private let clock: () -> Double

  package init(model: ModelUnderTest, seed: UInt64, clock: @escaping () -> Double) {
    self.model = model
    harness = Harness(reader: model.reader, seed: seed)
    self.clock = clock
  }

  /// Times an attack on the pictures that are read rightly; the harness's checks are in the time.
  /// - Parameter pictures: of the network's size.
  package func row(
    _ attack: any Attack, on pictures: [Image], sign: SignClass, target: SignClass
  ) throws -> Row {
    let readings = try harness.readings(of: pictures)
    let right = zip(pictures, readings).filter { $1.decision == sign.rawValue }.map(\.0)
    let start = clock()
    let report = try harness.run(attack, on: right, goal: .toward(target.rawValue, from: sign.rawValue))
    let seconds = clock() - start
    return Row(
      attack: attack.name, images: right.count, secondsPerImage: seconds / Double(max(1, right.count)),
      success: report.successRate ?? 0,
      median: NormMedians(of: report.images.filter(\.isSuccess).map { Norms($0.difference) }))
  }
}
