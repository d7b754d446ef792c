import Signs
import Testing

@testable import Driving

@Suite("Drives are judged by what the sign at the line asks for")
struct OutcomeTests {
  /// What stands there, what is read, and what must come of it at 50 km/h.
  private static let cases: [(sign: SignClass, read: SignClass?, verdict: Verdict, isWrong: Bool)] = [
    (.stop, .stop, .stopped, false), (.stop, .yield, .rolled, true), (.stop, nil, .ran, true),
    (.yield, .yield, .gaveWay, false), (.yield, .stop, .gaveWay, false), (.yield, .priorityRoad, .didNotGiveWay, true),
    (.priorityRoad, .priorityRoad, .passed, false), (.priorityRoad, nil, .passed, false),
    (.priorityRoad, .stop, .phantomStop, true), (.priorityRoad, .yield, .phantomBraking, true),
    (.children, .stop, .phantomStop, true), (.turnRightAhead, .turnRightAhead, .passed, false),
    (.speedLimit30, .speedLimit30, .tooFast, true), (.speedLimit50, .speedLimit50, .keptBelow, false),
    (.speedLimit120, .speedLimit20, .keptBelow, false), (.speedLimit50, .stop, .phantomStop, true),
    (.speedLimit30, .stop, .phantomStop, true), (.noEntry, .noEntry, .entered, true),
    (.noVehicles, .stop, .entered, true),
  ]

  @Test(arguments: cases.indices)
  func everyDemand(_ index: Int) throws {
    let (sign, read, verdict, isWrong) = OutcomeTests.cases[index]
    let outcome = try drive(.always(read), sign: sign).outcome
    #expect(outcome.verdict == verdict, "\(sign) read as \(String(describing: read))")
    #expect(outcome.verdict.isWrong == isWrong)
  }

  @Test("the car does not know what stands there: the sign changes the verdict and never the way it drives")
  func blindness() throws {
    for read in [SignClass.stop, .yield, nil] {
      let motions = try [SignClass.stop, .yield, .priorityRoad, .speedLimit30].map {
        try drive(.always(read), sign: $0).motion
      }
      #expect(motions.allSatisfy { $0 == motions[0] })
    }
  }

  @Test("braking counts only before the line, and as hard as it was")
  func braking() throws {
    let stopped = try drive(.always(.stop))
    let hardest = try #require(stopped.motion.filter { $0.distance > 0 }.map { -$0.acceleration }.max())
    #expect(abs(stopped.outcome.hardestBraking - hardest) < 0.2 && stopped.outcome.hardestBraking >= hardest)
    #expect(try drive(.always(nil)).outcome.hardestBraking == 0)
  }

  @Test("a touch of the brake is no phantom braking")
  func touch() throws {
    // Let go half a second after it began, the braking has not built up.
    let log = try drive(
      ScriptedReader(reads: { (37.6...40).contains($0.distance) ? .yield : .priorityRoad }),
      perception: Perception.Settings(agreeing: 1, window: 1, memory: .spatial), sign: .priorityRoad)
    #expect(log.outcome.hardestBraking > 0)
    #expect(log.outcome.hardestBraking < Verdict.phantomDeceleration)
    #expect(log.outcome.verdict == .passed)
  }

  @Test("beliefs carry the instant and the place of the photograph that changed them")
  func beliefs() throws {
    let log = try drive(ScriptedReader(reads: { $0.distance > 80 ? .noEntry : .stop }))
    #expect(log.outcome.beliefs.map(\.sign) == [.noEntry, .stop])
    for belief in log.outcome.beliefs {
      let row = try #require(log.rows.first { $0.motion.time == belief.time })
      #expect(row.motion.distance == belief.distance && row.believed == belief.sign)
    }
    #expect(log.rows[0].believed == nil)
    #expect(log.rows.map(\.evidence) == log.rows.map(\.frame))
  }
}

@Suite("Whether a car could have obeyed")
struct ObedienceTests {
  private func couldObey(_ sign: SignClass, speed: Double = 50 / 3.6, from start: Double? = nil) throws -> Bool? {
    try Drive(
      vehicle: Vehicle(cruisingSpeed: speed), jitter: CropJitter(seed: 1), startDistance: start, sign: sign
    ).couldObey(seenBy: try BlankCamera())
  }

  @Test("it could at 50 km/h, and not at 220 km/h, where even a driver who believes at once runs the sign")
  func speeds() throws {
    #expect(try couldObey(.stop) == true)
    #expect(try couldObey(.stop, speed: 220 / 3.6) == false)
    #expect(try couldObey(.stop, from: 15) == false)
    #expect(try couldObey(.yield) == true)
    #expect(try couldObey(.yield, from: 10) == false)
  }

  @Test("it is never worse than a drive with confirmation")
  func bound() throws {
    for start in stride(from: 15.0, through: 60, by: 5) {
      let log = try drive(.always(.stop), startDistance: start)
      if !log.outcome.verdict.isWrong { #expect(try couldObey(.stop, from: start) == true) }
    }
  }

  @Test(
    "of signs that the driver does nothing for, nothing is said",
    arguments: [SignClass.priorityRoad, .speedLimit30, .noEntry])
  func idle(_ sign: SignClass) throws {
    #expect(try couldObey(sign) == nil)
  }
}
