import Signs
import Testing

@testable import Driving

@Suite("Perception")
struct PerceptionTests {
  /// What is confirmed after each reading, in letters: S stop, Y yield, a dot for none.
  private func confirmations(_ readings: String, _ settings: Perception.Settings) -> String {
    var perception = Perception(settings)
    return String(
      readings.map { letter -> Character in
        perception.observe(["S": SignClass.stop, "Y": .yield, "N": .noEntry][letter])
        switch perception.confirmed {
        case .stop: return "S"
        case .yield: return "Y"
        case .noEntry: return "N"
        default: return "."
        }
      })
  }

  @Test(
    "a class is confirmed when k of the last n readings agree",
    arguments: [
      ("SSS", "..S"),
      ("S.S.S", "....S"),
      ("S..S..S", "......."),
      ("SSYYY", "....Y"),
      ("SYSYS", "....S"),
      ("S.SYS", "....S"),
      ("SS...S", "......"),
      (".....", "....."),
    ])
  func threeOfFive(_ readings: String, _ expected: String) {
    #expect(confirmations(readings, .init(memory: .spatial)) == expected)
  }

  @Test("a newly confirmed class replaces the old one")
  func replaced() {
    #expect(confirmations("SSSYYY", .init(memory: .spatial)) == "..SSSY")
    #expect(confirmations("SSSYYYSSS", .init(memory: .spatial)) == "..SSSYYYS")
  }

  @Test("one of one follows every reading, none leaves it as it is")
  func oneOfOne() {
    #expect(confirmations("SY.N", .init(agreeing: 1, window: 1, memory: .spatial)) == "SYYN")
  }

  @Test("four of four takes four")
  func fourOfFour() {
    #expect(confirmations("SSS.SSSS", .init(agreeing: 4, window: 4, memory: .spatial)) == ".......S")
  }

  @Test(
    "a confirmed class outlives R misses in a row and no more",
    arguments: [
      (0, "SSS.", "..S."), (1, "SSS..", "..SS."), (2, "SSS..S..S...", "..SSSSSSSSS."), (2, "SSSY.N", "..SSS."),
    ])
  func memory(_ frames: Int, _ readings: String, _ expected: String) {
    #expect(confirmations(readings, .init(memory: .frames(frames))) == expected)
  }

  @Test("spatial memory forgets nothing")
  func spatial() {
    let silence = String(repeating: ".", count: 500)
    #expect(confirmations("SSS" + silence, .init(memory: .spatial)).hasSuffix("S"))
  }
}
