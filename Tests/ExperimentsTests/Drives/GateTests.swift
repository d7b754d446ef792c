import Experiments
import Testing

@Suite("Gates")
struct GateTests {
  @Test("a gate is a kind with a limit, several are apart by commas")
  func parsing() throws {
    #expect(try Gate("flip") == Gate(.flip, .moreThan(0)))
    #expect(try Gate("missed-demand") == Gate(.missedDemand))
    #expect(try Gate("missed-stop").kind == .missedDemand)
    #expect(try Gate("flip>5%").limit == .moreThanShare(0.05))
    #expect(try Gate("flip >= 2.5 %").limit == .atLeastShare(0.025))
    #expect(try Gate("lost>3").limit == .moreThan(3))
    #expect(try Gate("lost>=1").limit == .atLeast(1))
    #expect(try Gate.list(["flip,lost>3", "missed-stop"]).map(\.text) == ["flip", "lost>3", "missed-stop"])
    #expect(try Gate.list([]).isEmpty)
  }

  @Test(
    "what cannot be tested is refused",
    arguments: ["flop", "", "flip>", "flip>=0", "flip>-1", "flip>101%", "flip>=0%", "flip=3", "flip>nan%"])
  func refusals(_ text: String) {
    #expect(throws: GateFault.self) { try Gate(text) }
  }

  /// Every limit beside counts of ten that open it and that do not.
  private static let limitCases: [(text: String, opens: [Int], holds: [Int])] = [
    ("", [1, 2, 10], [0]), (">3", [4, 10], [0, 3]), (">=3", [3, 4], [0, 2]), (">30%", [4, 10], [0, 3]),
    (">=30%", [3, 10], [0, 2]), (">0%", [1], [0]), (">100%", [], [10]),
  ]

  @Test("every limit of every gate", arguments: limitCases.indices)
  func limits(_ index: Int) throws {
    let limit = GateTests.limitCases[index]
    for (counts, opens) in [(limit.opens, true), (limit.holds, false)] {
      for count in counts {
        let flips = [GateTally(name: "a", pictures: 10, flips: count, lost: 0)]
        #expect(try !Gate("flip\(limit.text)").findings(in: flips).isEmpty == opens, "\(limit.text) \(count)")
        #expect(try Gate("lost").findings(in: flips).isEmpty)
        let lost = [GateTally(name: "a", pictures: 10, flips: 0, lost: count)]
        #expect(try !Gate("lost\(limit.text)").findings(in: lost).isEmpty == opens)
        #expect(try Gate("flip").findings(in: lost).isEmpty)
        let drives = (0..<10).map {
          GateTally(name: "\($0)", pictures: 5, flips: 0, lost: 0, wrong: $0 < count ? "It ran the sign." : nil)
        }
        let findings = try Gate("missed-demand\(limit.text)").findings(in: drives)
        #expect(findings.count == (opens ? count : 0))
      }
    }
  }

  @Test("every combination of what was found and what is asked")
  func combinations() throws {
    let kinds = Gate.Kind.allCases
    for found in 0..<8 {
      let has = (0..<3).map { found >> $0 & 1 == 1 }
      let tally = GateTally(
        name: "a", pictures: 10, flips: has[0] ? 1 : 0, lost: has[1] ? 1 : 0, wrong: has[2] ? "It ran." : nil)
      for asked in 0..<8 {
        let gates = (0..<3).filter { asked >> $0 & 1 == 1 }.map { Gate(kinds[$0]) }
        #expect(Gate.findings(of: gates, in: [tally]).count == (found & asked).nonzeroBitCount)
      }
    }
  }

  @Test("a drive in which nothing was read opens any gate, once, and none where none is asked for")
  func unread() throws {
    let tallies = [
      GateTally(name: "a", pictures: 0, flips: 0, lost: 0, wrong: "It ran.", unread: "Nothing was read: too small."),
      GateTally(name: "b", pictures: 9, flips: 0, lost: 0),
    ]
    for kind in Gate.Kind.allCases {
      #expect(Gate.findings(of: [Gate(kind)], in: tallies) == ["--fail-on: a: Nothing was read: too small."])
    }
    #expect(Gate.findings(of: [], in: tallies).isEmpty)
  }

  @Test("flips are limited drive by drive, and the finding names the drive")
  func severalDrives() throws {
    let tallies = [
      GateTally(name: "a", pictures: 100, flips: 1, lost: 0), GateTally(name: "b", pictures: 10, flips: 5, lost: 0),
    ]
    #expect(
      try Gate("flip>5%").findings(in: tallies) == ["--fail-on flip>5%: b: 5 of 10 pictures were read as another sign."]
    )
  }
}
