import Signs
import Testing

@testable import Driving

@Suite("Drives that scripts decide")
struct GoldenDriveTests {
  @Test("a stop sign that is always read: stands a metre before the line, waits, and goes on")
  func stop() throws {
    let log = try drive(.always(.stop))
    #expect(log.outcome.verdict == .stopped)
    let margin = try #require(log.outcome.lineMargin)
    #expect(abs(margin - 1) < 0.03)
    #expect(log.outcome.speedAtLine == 0)
    let standing = log.motion.filter { $0.speed == 0 }
    #expect(standing.map(\.time).first == 10.85)
    #expect(standing.map(\.time).last == 11.8)
    let end = try #require(log.motion.last)
    #expect(end.distance < -4 && end.speed > 3)
    #expect(log.rows.count == 174)
    #expect(log.outcome.beliefs.map(\.sign) == [.stop])
    #expect(abs(log.outcome.beliefs[0].distance - (log.motion[0].distance - 0.1 * 50 / 3.6)) < 1e-9)
  }

  @Test("read as yield: passes the line at 10 km/h and goes on")
  func yield() throws {
    let log = try drive(.always(.yield))
    #expect(log.outcome.verdict == .rolled)
    #expect(log.outcome.lineMargin == nil)
    #expect(abs(log.outcome.speedAtLine - 10 / 3.6) < 0.02)
    #expect(try #require(log.motion.last).speed > 10 / 3.6)
  }

  @Test(
    "never read, or read as a sign that asks for nothing here: runs at full speed",
    arguments: [
      nil, SignClass.priorityRoad, .speedLimit30,
    ])
  func ran(_ sign: SignClass?) throws {
    let log = try drive(.always(sign))
    #expect(log.outcome.verdict == .ran)
    #expect(log.outcome.speedAtLine == 50 / 3.6)
    #expect(log.motion.allSatisfy { $0.speed == 50 / 3.6 && $0.acceleration == 0 })
  }

  @Test("every other frame lost: still confirmed, and stopped")
  func flicker() throws {
    let log = try drive(ScriptedReader(reads: { $0.frame.isMultiple(of: 2) ? .stop : nil }))
    #expect(log.outcome.verdict == .stopped)
    #expect(log.outcome.beliefs.map(\.sign) == [.stop])
    #expect(Set(log.rows.map(\.reading.sign)) == [nil, .stop])
  }

  @Test("hidden for good after it was confirmed: a short memory runs it, a long or spatial one stops")
  func hidden() throws {
    let reader = ScriptedReader(reads: { $0.distance > 100 ? .stop : nil })
    func verdict(_ memory: SignMemory) throws -> Verdict {
      try drive(reader, perception: .init(memory: memory)).outcome.verdict
    }
    #expect(try verdict(.frames(10)) == .ran)
    #expect(try verdict(.frames(10_000)) == .stopped)
    #expect(try verdict(.spatial) == .stopped)
  }

  @Test("read as stop from near the line only: the nearer, the worse")
  func lateConfirmation() throws {
    var verdicts: [Verdict] = []
    for near in stride(from: 40.0, through: 15, by: -0.25) {
      let outcome = try drive(ScriptedReader(reads: { $0.distance <= near ? .stop : nil })).outcome
      if verdicts.last != outcome.verdict { verdicts.append(outcome.verdict) }
      if outcome.verdict == .late {
        let margin = try #require(outcome.lineMargin)
        #expect(margin < 0 && margin >= -1)
        #expect(outcome.speedAtLine > 0)
      }
    }
    // Between late and ran: on the brake over the line, too fast to stand within a metre, slow enough to roll.
    #expect(verdicts == [.stopped, .late, .rolled, .ran])
  }

  @Test(
    "late confirmation brakes more suddenly than is comfortable, later harder, and still stands a metre before the line"
  )
  func harder() throws {
    func deceleration(_ near: Double) throws -> Double {
      let log = try drive(ScriptedReader(reads: { $0.distance <= near ? .stop : nil }))
      #expect(log.outcome.verdict == .stopped)
      #expect(abs(try #require(log.outcome.lineMargin) - 1) < 0.03)
      return try #require(log.motion.map { -$0.acceleration }.max())
    }
    #expect(abs(try deceleration(38) - 3.4) < 1e-6)
    #expect(try deceleration(32) > 3.9)
  }

  @Test(
    "a sign that comes into sight late is stopped at as long as the emergency braking has the room",
    arguments: [(30.0, Verdict.stopped), (25, .stopped), (20, .ran), (15, .ran)])
  func emergency(_ distance: Double, _ verdict: Verdict) throws {
    let log = try drive(.always(.stop), startDistance: distance)
    #expect(log.outcome.verdict == verdict)
    if verdict == .stopped { #expect(abs(try #require(log.outcome.lineMargin) - 1) < 0.03) }
  }

  @Test("130 km/h: the stop that comfort's jerk would not allow")
  func fast() throws {
    let log = try drive(.always(.stop), vehicle: Vehicle(cruisingSpeed: 130 / 3.6))
    #expect(log.outcome.verdict == .stopped)
  }

  @Test("yield first, stop later: the plan changes with the reading")
  func changedMind() throws {
    let log = try drive(ScriptedReader(reads: { $0.distance > 25 ? .yield : .stop }))
    #expect(log.outcome.verdict == .stopped)
    #expect(log.outcome.beliefs.map(\.sign) == [.yield, .stop])
  }

  @Test("stop first, yield later: the brake is let go and the line is rolled over")
  func changedMindToYield() throws {
    let log = try drive(ScriptedReader(reads: { $0.distance > 25 ? .stop : .yield }))
    #expect(log.outcome.verdict == .rolled)
  }

  @Test("stop first, nothing to obey later: takes up speed again")
  func changedMindToNothing() throws {
    let log = try drive(ScriptedReader(reads: { $0.distance > 20 ? .stop : .priorityRoad }))
    #expect(log.outcome.verdict == .ran)
    let slowest = try #require(log.motion.map(\.speed).min())
    #expect(log.outcome.speedAtLine > slowest)
  }

  @Test("slow cars stop too", arguments: [0.6, 1.0, 2.0, 2.7, 3.0, 5.0])
  func slow(_ speed: Double) throws {
    let log = try drive(.always(.stop), vehicle: Vehicle(cruisingSpeed: speed))
    #expect(log.outcome.verdict == .stopped)
    #expect(abs(try #require(log.outcome.lineMargin) - 1) < 0.03)
  }

  @Test("a fast car with the sign in sight too late runs it")
  func tooFast() throws {
    let log = try drive(.always(.stop), vehicle: Vehicle(cruisingSpeed: 60))
    #expect(log.outcome.verdict == .ran)
  }

  @Test("a drive may begin nearer than the sign is seen, or farther")
  func start() throws {
    let near = try drive(.always(.stop), startDistance: 60)
    #expect(near.motion[0].distance == 60 && near.rows[0].frame == 0)
    let far = try drive(.always(.stop), startDistance: 200)
    #expect(far.motion[0].distance == 200 && far.rows[0].frame > 0)
    #expect(far.rows[0].signWidth >= 10 && far.rows[0].signWidth < 10.1)
  }
}
