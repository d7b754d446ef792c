import Groundwork
import Testing

@Suite struct ByteRecordsTests {
  private static let bytes = (0..<60).map { UInt8($0 * 4) }

  /// The same five records of twelve bytes, in memory and in a file.
  private func both() throws -> [ByteRecords] {
    let file = try SpillFile()
    try file.append(Array(Self.bytes.prefix(24)))
    try file.append(Array(Self.bytes.dropFirst(24)))
    return [ByteRecords(length: 12, bytes: Self.bytes), ByteRecords(length: 12, spilled: file, count: 5)]
  }

  @Test func holdWhatWasWritten() throws {
    for records in try both() {
      #expect(records.count == 5)
      for index in 0..<5 { #expect(records[index] == Array(Self.bytes[12 * index..<12 * index + 12])) }
      #expect(records.shares(1..<3) == Self.bytes[12..<36].map { Float($0) / 255 })
    }
  }

  @Test func selectionsKeepTheirOrderAndMayBeSelectedFrom() throws {
    for records in try both() {
      let selected = records.selecting([4, 0, 2]).selecting([2, 0])
      #expect(selected.count == 2)
      #expect(selected[0] == records[2] && selected[1] == records[4])
    }
  }

  @Test func growByWholeRecords() throws {
    for var records in try both() {
      records.append([UInt8](repeating: 7, count: 12))
      #expect(records.count == 6)
      #expect(records[5] == [UInt8](repeating: 7, count: 12) && records[4] == Array(Self.bytes.suffix(12)))
    }
  }

  @Test func manyThreadsReadOneFile() throws {
    let records = try both()[1]
    ConcurrentLoop(threads: 4).perform(200) { piece, _ in
      #expect(records[piece % 5].first == Self.bytes[12 * (piece % 5)])
    }
  }
}
