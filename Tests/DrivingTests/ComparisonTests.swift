import Signs
import Testing

@testable import Driving

@Suite("An attacked drive beside its clean twin")
struct ComparisonTests {
  private func compare(
    sign: SignClass = .stop, target: SignClass = .yield, _ attacked: @escaping @Sendable (Photograph) -> SignClass?
  ) throws -> DriveComparison<Int> {
    try DriveComparison(
      Drive(jitter: CropJitter(seed: 1)), camera: BlankCamera(), cleanReader: ScriptedReader.always(sign),
      attackedReader: ScriptedReader(clean: { _ in sign }, attacked: attacked), sign: sign, target: target)
  }

  @Test("the car acts on the attacked reading, its twin on the clean one")
  func twins() throws {
    let comparison = try compare { _ in .yield }
    #expect(comparison.clean.outcome.verdict == .stopped)
    #expect(comparison.attacked.outcome.verdict == .rolled)
    #expect(comparison.clean.rows.allSatisfy { $0.attacked == nil })
    #expect(comparison.attacked.rows.allSatisfy { $0.attacked != nil })
    #expect(comparison.attacked.outcome.readings.map(\.sign) == [.yield])
  }

  @Test("an attack that changes nothing gives the same drive")
  func harmless() throws {
    let comparison = try compare { _ in .stop }
    #expect(comparison.clean.motion == comparison.attacked.motion)
    #expect(comparison.clean.outcome == comparison.attacked.outcome)
    #expect(comparison.flips.total == 0 && comparison.flips.firstAt == nil)
  }

  @Test("evidence is passed on with its row")
  func evidence() throws {
    let comparison = try compare { _ in .yield }
    #expect(comparison.attacked.rows.allSatisfy { $0.attacked?.evidence == $0.frame })
  }

  @Test("flips are counted by what the frame was turned into")
  func kinds() throws {
    let comparison = try compare { photograph in
      [SignClass.yield, .noEntry, nil, .stop, .yield][photograph.frame % 5]
    }
    let rows = comparison.attacked.rows.map { $0.frame % 5 }
    let flips = comparison.flips
    #expect(flips.frames == rows.count)
    #expect(flips.toTarget == rows.count { $0 == 0 || $0 == 4 })
    #expect(flips.toOther == rows.count { $0 == 1 })
    #expect(flips.toNone == rows.count { $0 == 2 })
    #expect(flips.firstAt == comparison.attacked.rows[0].motion.distance)
  }

  @Test("a frame that was misread without the attack is no flip")
  func misread() throws {
    let comparison = try DriveComparison(
      Drive(jitter: CropJitter(seed: 1)), camera: BlankCamera(), cleanReader: ScriptedReader.always(.noEntry),
      attackedReader: ScriptedReader(clean: { _ in .noEntry }, attacked: { _ in .yield }))
    #expect(comparison.flips.total == 0)
    #expect(comparison.flips.frames > 0)
  }

  @Test("flips before the braking point are counted apart")
  func beforeBraking() throws {
    let point = Vehicle().brakingPoint
    let comparison = try compare { $0.distance >= point ? .yield : .stop }
    let flips = comparison.flips
    #expect(flips.brakingPoint == point)
    #expect(flips.framesBeforeBraking == flips.toTarget)
    #expect(flips.toTargetBeforeBraking == flips.toTarget)
    #expect(flips.frames > flips.framesBeforeBraking)
    #expect(flips.shareBeforeBraking == 1)
  }

  @Test("a sign other than stop can be the one that is attacked")
  func otherSign() throws {
    let comparison = try compare(sign: .yield, target: .stop) { _ in .stop }
    #expect(comparison.clean.outcome.verdict == .rolled)
    #expect(comparison.attacked.outcome.verdict == .stopped)
    #expect(comparison.flips.toTarget == comparison.flips.frames)
  }
}
