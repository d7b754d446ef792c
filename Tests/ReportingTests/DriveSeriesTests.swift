import Records
import Testing

@testable import Reporting

@Suite("Many drives together")
struct DriveSeriesTests {
  /// Four drives of one scenario: in the last the attack turned nothing and the car stopped.
  private var series: DriveSeriesRecord {
    var records = (0..<4).map { seed in
      var record = Fixtures.drive(attacked: true)
      record.seed = UInt64(seed)
      return record
    }
    records[3].attacked = Fixtures.stopped
    records[3].turned = TurnedRecord(of: Array(repeating: .sign, count: 60))
    records[1].frames[0].norms.linf = 0.5
    records[1].frames[0].norms.l2 = 9
    let drives = records.map { DriveSummaryRecord($0, folder: "a-seed\($0.seed)") }
    var scenario = ScenarioSeriesRecord(file: "a.yaml", first: records[0])
    scenario.count(drives)
    return DriveSeriesRecord(
      arithmetic: records[0].arithmetic, scenarios: [scenario], drives: drives,
      faults: [DriveFaultRecord(file: "b.yaml", fault: "b.yaml:1: is bad.")])
  }

  @Test("drives are counted with the interval of so many trials")
  func rates() throws {
    let scenario = series.scenarios[0]
    #expect(scenario.seeds == [0, 1, 2, 3])
    #expect(scenario.wrong.clean.count == 0 && scenario.wrong.clean.of == 4)
    let attacked = try #require(scenario.wrong.attacked)
    #expect(attacked.count == 3 && attacked.of == 4)
    // Wilson's interval of 3 of 4.
    let interval = try #require(attacked.interval95)
    #expect(abs(interval[0] - 0.3006) < 1e-4 && abs(interval[1] - 0.9544) < 1e-4)
  }

  @Test("what was turned has its median and range, norms their worst")
  func spread() throws {
    let scenario = series.scenarios[0]
    let turned = try #require(scenario.turned)
    #expect(turned.count == 4 && turned.lowest == 0 && turned.highest == 1 && turned.median == 1)
    #expect(scenario.worst.l2 == 9)
    #expect(scenario.worst.linf == 1)
    #expect(scenario.worst.psnr == 21.25)
  }

  @Test("a row a scenario, and what could not be driven")
  func report() {
    let text = DriveSeriesReport(series).report(.plain)
    #expect(text.contains("0 of 4 (0-49 %)"))
    #expect(text.contains("3 of 4 (30-95 %)"))
    #expect(text.contains("100.0 % (0.0-100.0)"))
    #expect(text.hasSuffix("Not driven: b.yaml:1: is bad.\n"))
  }

  @Test("a line a drive, a field a column")
  func table() {
    let lines = series.table.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[0].hasPrefix("scenario,seed,folder,clean_outcome,clean_wrong,"))
    #expect(lines[4].hasPrefix("stop-to-yield,3,a-seed3,stopped,0,"))
  }

  @Test("clean drives have nothing attacked, nothing turned and no norms")
  func clean() throws {
    let record = Fixtures.drive(attacked: false)
    let scenario = ScenarioSeriesRecord(file: "a.yaml", first: record)
    #expect(scenario.wrong.attacked == nil && scenario.wrong.control == nil && scenario.turned == nil)
    #expect(scenario.worst == Norms())
  }
}
