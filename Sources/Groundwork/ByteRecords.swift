/// Many records of equal length, in memory or spilled to a file.
package struct ByteRecords: Sendable {
  /// Bytes of a record.
  package let length: Int
  private var storage: Storage

  private enum Storage: Sendable {
    case memory([UInt8])
    /// Which records of the file, in order.
    case spilled(SpillFile, records: [Int])
  }

  /// Records in memory, one after another; none to begin with when left out.
  /// - Precondition: `bytes` holds whole records.
  package init(length: Int, bytes: [UInt8] = []) {
    precondition(length > 0 && bytes.count % length == 0, "bytes are whole records")
    self.length = length
    storage = .memory(bytes)
  }

  /// The first `count` records of a file.
  package init(length: Int, spilled file: SpillFile, count: Int) {
    self.length = length
    storage = .spilled(file, records: Array(0..<count))
  }

  /// How many records.
  package var count: Int {
    switch storage {
    case .memory(let bytes): bytes.count / length
    case .spilled(_, let records): records.count
    }
  }

  /// Calls `body` with a record, which is there only meanwhile.
  package func withRecord<Result>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch storage {
    case .memory(let bytes):
      bytes.withUnsafeBufferPointer {
        body(UnsafeBufferPointer(rebasing: $0[index * length..<(index + 1) * length]))
      }
    case .spilled(let file, let records):
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { record in
        file.read(at: records[index] * length, into: record)
        return body(UnsafeBufferPointer(record))
      }
    }
  }

  /// A record's bytes.
  package subscript(index: Int) -> [UInt8] { withRecord(at: index) { Array($0) } }

  /// The records at `indices`, in that order; spilled ones stay where they are.
  package func selecting(_ indices: [Int]) -> ByteRecords {
    var selected = self
    switch storage {
    case .memory: selected.storage = .memory(indices.flatMap { self[$0] })
    case .spilled(let file, let records): selected.storage = .spilled(file, records: indices.map { records[$0] })
    }
    return selected
  }

  /// Adds a record; spilled ones come into memory first.
  /// - Precondition: the record has the others' length.
  package mutating func append(_ record: some Collection<UInt8>) {
    precondition(record.count == length, "records have one length")
    if case .memory(var bytes) = storage {
      storage = .memory([])
      bytes.append(contentsOf: record)
      storage = .memory(bytes)
    } else {
      storage = .memory((0..<count).flatMap { self[$0] } + record)
    }
  }

  /// Records `range` as values in [0, 1], one after another.
  package func shares(_ range: Range<Int>) -> [Float] {
    [Float](unsafeUninitializedCapacity: range.count * length) { values, count in
      for (slot, index) in range.enumerated() {
        withRecord(at: index) { record in
          for (offset, byte) in record.enumerated() {
            (values.baseAddress! + slot * length + offset).initialize(to: Float(byte) / 255)
          }
        }
      }
      count = range.count * length
    }
  }
}
