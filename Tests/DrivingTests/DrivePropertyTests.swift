import Signs
import Testing

@testable import Driving

@Suite("What holds on every drive")
struct DrivePropertyTests {
  private static let scripts: [ScriptedReader] = [
    .always(.stop), .always(.yield),
    ScriptedReader(reads: { $0.frame / 7 % 2 == 0 ? .stop : .yield }),
    ScriptedReader(reads: { $0.frame / 11 % 3 == 0 ? .stop : .priorityRoad }),
    ScriptedReader(reads: { $0.distance < 30 ? .stop : nil }),
  ]

  @Test("jerk and deceleration stay within their limits", arguments: RandomVehicles.all)
  func limits(_ vehicle: Vehicle) throws {
    for reader in DrivePropertyTests.scripts {
      // At 100 frames a second the log holds every step.
      let motion = try drive(reader, vehicle: vehicle, frameRate: 100).motion
      let broken = zip(motion, motion.dropFirst()).filter { before, after in
        let jerk = abs(after.acceleration - before.acceleration) / Motion.step
        let most = max(vehicle.jerkLimit.at(before.speed), vehicle.emergencyJerk)
        return jerk > most + 1e-5 || after.acceleration < -vehicle.hardestBraking - 1e-9
          || after.acceleration > vehicle.acceleration + 1e-9 || after.speed < 0
          || after.speed > vehicle.cruisingSpeed + 1e-9
      }
      #expect(broken.isEmpty)
    }
  }

  @Test("frames obey their own kinematics", arguments: RandomVehicles.all)
  func kinematics(_ vehicle: Vehicle) throws {
    for reader in DrivePropertyTests.scripts {
      let motion = try drive(reader, vehicle: vehicle).motion
      let errors = zip(motion, motion.dropFirst()).map { before, after in
        let way = before.distance - after.distance
        return abs(way - (before.speed + after.speed) / 2 * (after.time - before.time))
      }
      #expect(try #require(errors.max()) < 1e-3)
    }
  }

  @Test(
    "a stop sign in sight early enough is stopped at comfortably, a metre before the line",
    arguments: RandomVehicles.all)
  func comfortable(_ vehicle: Vehicle) throws {
    let log = try drive(.always(.stop), vehicle: vehicle, frameRate: 100, startDistance: 600)
    guard vehicle.brakingPoint + vehicle.cruisingSpeed * 0.2 < log.rows[0].motion.distance else { return }
    #expect(log.outcome.verdict == .stopped)
    #expect(abs(try #require(log.outcome.lineMargin) - 1) < 0.05)
    let hardest = try #require(log.motion.map(\.acceleration).min())
    #expect(hardest >= -vehicle.comfortableBraking - 1e-9)
    let jolts = zip(log.motion, log.motion.dropFirst()).filter { before, after in
      abs(after.acceleration - before.acceleration) / Motion.step > vehicle.jerkLimit.at(before.speed) + 1e-5
    }
    #expect(jolts.isEmpty)
  }

  @Test("nothing happens before the latency is over, and something right after", arguments: [0.0, 0.1, 0.3, 0.5, 1.0])
  func latency(_ latency: Double) throws {
    let log = try drive(
      ScriptedReader(reads: { $0.distance < 30 ? .stop : nil }), vehicle: Vehicle(latency: latency), frameRate: 100)
    let confirmed = try #require(log.outcome.beliefs.first)
    let learnt = try #require(log.motion.first { $0.distance == confirmed.distance })
    let acted = try #require(log.motion.first { $0.acceleration < 0 })
    #expect(abs(acted.time - learnt.time - latency - Motion.step) < 1e-9)
  }

  @Test("the same settings give the same drive")
  func determinism() throws {
    for reader in DrivePropertyTests.scripts {
      let (a, b) = (try drive(reader), try drive(reader))
      #expect(a.motion == b.motion)
      #expect(a.outcome == b.outcome)
      #expect(a.rows.map(\.reading) == b.rows.map(\.reading))
    }
  }

  @Test(
    "frames come at the camera's rate, also one that steps do not divide by", arguments: [1.0, 12, 20, 25, 30, 100])
  func frameRate(_ rate: Double) throws {
    let motion = try drive(.always(.stop), frameRate: rate).motion
    for (frame, sample) in motion.enumerated() {
      let late = sample.time - Double(frame) / rate
      #expect(late > -1e-9 && late < Motion.step)
    }
  }

  @Test("rows are the frames that show the sign")
  func rows() throws {
    let log = try drive(.always(.stop))
    let geometry = try BlankCamera().geometry
    #expect(log.rows.map(\.motion) == log.motion.filter { geometry.sight(at: $0.distance) != nil })
    #expect(log.rows.map(\.frame) == Array(0..<log.rows.count))
  }
}
