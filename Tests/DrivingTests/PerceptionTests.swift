import Signs
import Testing

@testable import Driving

@Suite("Perception")
struct PerceptionTests {
  /// What is confirmed after each reading, in letters: S stop, Y yield, a dot for none.
  private func confirmations(_ readings: String, _ settings: Perception.Settings, rate: Double = 20) -> String {
    var perception = Perception(settings, frameRate: rate)
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

  @Test(
    "a memory in seconds is as many photographs as the camera takes in them",
    arguments: [(2.0, 20.0, 40), (2, 4, 8), (0.3, 10, 3), (0.1, 12, 1), (0, 20, 0), (2, 12.5, 25)])
  func duration(_ seconds: Double, _ rate: Double, _ frames: Int) {
    let readings = "SSS" + String(repeating: ".", count: 60)
    let expected = "..S" + String(repeating: "S", count: frames) + String(repeating: ".", count: 60 - frames)
    #expect(confirmations(readings, .init(memory: .duration(seconds)), rate: rate) == expected)
    #expect(confirmations(readings, .init(memory: .frames(frames)), rate: rate) == expected)
  }

  @Test("how a memory is written", arguments: ["2 s", "0.5 s", "0 s", "40 frames", "spatial"])
  func memoryText(_ text: String) throws {
    #expect(try SignMemory(reading: text).text == text)
  }

  @Test("spatial memory forgets nothing")
  func spatial() {
    let silence = String(repeating: ".", count: 500)
    #expect(confirmations("SSS" + silence, .init(memory: .spatial)).hasSuffix("S"))
  }
}
