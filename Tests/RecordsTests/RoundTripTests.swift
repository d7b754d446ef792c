import Records
import Testing

@Suite("Records come back from their JSON as they were")
struct RoundTripTests {
  @Test("drive", arguments: [RecordSamples.attackedDrive, RecordSamples.cleanDrive])
  func drive(_ record: DriveRecord) throws {
    try expectRoundTrip(record)
  }

  @Test func attack() throws { try expectRoundTrip(RecordSamples.attack) }
  @Test func evaluation() throws { try expectRoundTrip(RecordSamples.evaluation) }
  @Test func corruptions() throws {
    var evaluation = RecordSamples.evaluation
    evaluation.corruptions = RecordSamples.corruptions
    try expectRoundTrip(evaluation)
  }
  @Test func classification() throws { try expectRoundTrip(RecordSamples.rejected) }
  @Test func pictureStatistics() throws { try expectRoundTrip(RecordSamples.pictureStatistics) }
  @Test func kernels() throws { try expectRoundTrip(RecordSamples.kernels) }
  @Test func tuning() throws { try expectRoundTrip(RecordSamples.tuning) }

  @Test(
    "every digit of a number survives", arguments: [0.1, 1.0 / 3, 41.27350000000001, 1e-300, 1.7976931348623157e308])
  func digits(_ value: Double) throws {
    let norms = Norms(l2: value)
    let back = try RecordEncoding.decode(Norms.self, from: try RecordEncoding.line(norms))
    #expect(back.l2 == value)
  }

  @Test("a key that is left out reads as null")
  func missingKeys() throws {
    let goal = try RecordEncoding.decode(GoalRecord.self, from: Array(#"{"from": 14}"#.utf8))
    #expect(goal == GoalRecord(from: 14, to: nil))
  }

  private func expectRoundTrip<Record: Codable & Equatable>(_ record: Record) throws {
    #expect(try RecordEncoding.decode(Record.self, from: try RecordEncoding.document(record)) == record)
    #expect(try RecordEncoding.decode(Record.self, from: try RecordEncoding.line(record)) == record)
  }
}
