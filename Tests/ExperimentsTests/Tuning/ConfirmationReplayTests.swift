import Defenses
import Driving
import Records
import Signs
import Testing

@testable import Experiments

@Suite("Readings replayed along a way")
struct ConfirmationReplayTests {
  /// Readings from 50 m on, one every 10 m.
  private func way(_ sign: SignClass, _ readings: [(SignClass?, Double)]) -> ConfirmationReplay.Way {
    ConfirmationReplay.Way(
      sign: sign,
      readings: readings.enumerated().map {
        .init(sign: $1.0, confidence: $1.1, distance: 50 - 10 * Double($0))
      })
  }

  private func policy(_ threshold: Double, _ agreeing: Int, of window: Int) -> ConfirmationReplay.Policy {
    var belief = Perception.Settings()
    (belief.agreement.agreeing, belief.agreement.window) = (agreeing, window)
    return .init(Rejection(threshold: threshold), belief: belief)
  }

  private let replay = ConfirmationReplay(watching: .stop, lastMoment: 25, frameRate: 20)

  @Test("confirm where k of the last n agree and are sure enough")
  func confirmation() {
    let sure = way(.stop, [(.stop, 0.4), (.stop, 0.9), (.stop, 0.9), (.yield, 0.9), (.stop, 0.9)])
    #expect(replay.course(of: sure, under: policy(0, 1, of: 1)) == .init(confirmedAt: 50, isBelievedInTime: true))
    #expect(replay.course(of: sure, under: policy(0.5, 1, of: 1)) == .init(confirmedAt: 40, isBelievedInTime: true))
    #expect(replay.course(of: sure, under: policy(0.5, 2, of: 3)) == .init(confirmedAt: 30, isBelievedInTime: true))
    let turned = way(.stop, [(.stop, 0.9), (.yield, 0.9), (.yield, 0.9), (.stop, 0.9)])
    #expect(replay.course(of: turned, under: policy(0.5, 1, of: 1)) == .init(confirmedAt: 50, isBelievedInTime: false))
    #expect(replay.course(of: turned, under: policy(0.5, 2, of: 3)) == .init(confirmedAt: nil, isBelievedInTime: false))
    #expect(replay.course(of: sure, under: policy(0.95, 1, of: 1)) == .init(confirmedAt: nil, isBelievedInTime: false))
  }

  @Test("count what is missed on ways past the sign and invented on others")
  func row() throws {
    let ways = [
      way(.stop, [(.stop, 0.9), (.stop, 0.9), (.stop, 0.9)]), way(.stop, [(nil, 0.9), (.yield, 0.9)]),
      way(.yield, [(.stop, 0.9), (.yield, 0.9), (.yield, 0.9)]),
    ]
    let row = replay.row(policy(0.5, 1, of: 1), approaches: ways, tracks: [])
    #expect(row.confirm == "1 of 1" && row.memory == "2 s")
    #expect(row.missed.count == 1 && row.missed.of == 2)
    #expect(row.phantom.count == 1 && row.phantom.of == 1)
    #expect(row.confirmedAt == .init(of: [50]))
    #expect(row.missedTracks.of == 0 && row.missedTracks.rate == nil)
  }

  @Test("choose the row that goes wrong least, and of equals the one that believes farthest away")
  func choice() {
    func row(_ name: String, missed: Int, at distance: Double) -> ConfirmationRow {
      ConfirmationRow(
        threshold: 0.5, confirm: name, memory: "2 s", missed: RateRecord(.init(missed, of: 4)),
        phantom: RateRecord(.init(0, of: 4)), confirmedAt: .init(of: [distance]),
        missedTracks: RateRecord(.init(0, of: 0)), phantomTracks: RateRecord(.init(0, of: 0)))
    }
    let rows = [row("a", missed: 1, at: 90), row("b", missed: 0, at: 60), row("c", missed: 0, at: 70)]
    #expect(ConfirmationReplay.choice(among: rows)?.confirm == "c")
  }
}
