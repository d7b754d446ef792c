import Foundation

/// Records as bytes: the same record gives the same bytes, and no record holds a number that JSON cannot.
package enum RecordEncoding {
  /// A whole JSON document: keys sorted, indented, slashes as they are, a newline at the end.
  /// - Throws: `EncodingError` when a number that must be there is infinite or NaN.
  package static func document(_ record: some Encodable) throws -> [UInt8] {
    try bytes(of: record, formatting: [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
  }

  /// One line of a JSON-lines stream: keys sorted, slashes as they are, a newline at the end.
  /// - Throws: `EncodingError` when a number that must be there is infinite or NaN.
  package static func line(_ record: some Encodable) throws -> [UInt8] {
    try bytes(of: record, formatting: [.sortedKeys, .withoutEscapingSlashes])
  }

  /// A record from its JSON document or line.
  /// - Throws: `DecodingError`, which names the key.
  package static func decode<Record: Decodable>(_ type: Record.Type, from bytes: [UInt8]) throws -> Record {
    try JSONDecoder().decode(type, from: Data(bytes))
  }

  private static func bytes(
    of record: some Encodable, formatting: JSONEncoder.OutputFormatting
  ) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    return [UInt8](try encoder.encode(record)) + [UInt8(ascii: "\n")]
  }
}
