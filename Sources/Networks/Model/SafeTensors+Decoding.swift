import Foundation

extension SafeTensors {
  /// Reads a file's bytes; nothing in them is trusted.
  /// - Parameter ignoring: names of tensors that are skipped whatever their element type, though they must lie in the
  ///   file like all others.
  init(decoding bytes: [UInt8], ignoring isIgnored: (String) -> Bool = { _ in false }) throws(SafeTensorsFault) {
    let (header, start) = try Self.header(of: bytes)
    metadata = header.metadata
    let places = try Self.places(of: header.entries, dataStart: start, dataBytes: bytes.count - start)
    for place in places where !isIgnored(place.name) {
      guard place.type == "F32" else { throw .elementType(tensor: place.name, type: place.type) }
      let elements = Self.elements(of: bytes, from: start + place.offsets.lowerBound, count: place.elementCount)
      if let index = elements.firstIndex(where: { !$0.isFinite }) {
        throw .notFinite(tensor: place.name, index: index)
      }
      tensors.append((place.name, Tensor(shape: place.shape, elements: elements)))
    }
  }

  /// A tensor's entry after its checks.
  private struct Place {
    var name: String
    var type: String
    var shape: [Int]
    var elementCount: Int
    var offsets: Range<Int>
  }

  private static func header(of bytes: [UInt8]) throws(SafeTensorsFault) -> (SafeTensorsHeader, dataStart: Int) {
    guard bytes.count >= 8 else { throw .tooShort(bytes: bytes.count) }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length >= 2, length <= headerLimit, Int(length) <= bytes.count - 8 else {
      throw .headerLength(length, fileBytes: bytes.count)
    }
    let text = bytes[8..<8 + Int(length)]
    guard text.first == UInt8(ascii: "{"), String(validating: text, as: UTF8.self) != nil else {
      throw .headerIsNotText
    }
    do {
      return (try JSONDecoder().decode(SafeTensorsHeader.self, from: Data(text)), 8 + Int(length))
    } catch {
      throw .header(place: jsonPlace(of: error))
    }
  }

  /// The tensors in the order of their data, which they cover without overlap or hole.
  private static func places(
    of entries: [String: SafeTensorsEntry], dataStart: Int, dataBytes: Int
  ) throws(SafeTensorsFault) -> [Place] {
    var places: [Place] = []
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      places.append(try place(of: entry, named: name, dataBytes: dataBytes))
    }
    places.sort { ($0.offsets.lowerBound, $0.offsets.upperBound) < ($1.offsets.lowerBound, $1.offsets.upperBound) }
    var end = 0
    var last = ""
    for place in places {
      if place.offsets.lowerBound < end {
        throw .overlap(tensor: place.name, with: last, byte: dataStart + place.offsets.lowerBound)
      }
      if place.offsets.lowerBound > end {
        throw .hole(from: dataStart + end, to: dataStart + place.offsets.lowerBound - 1)
      }
      end = place.offsets.upperBound
      last = place.name
    }
    if end < dataBytes { throw .hole(from: dataStart + end, to: dataStart + dataBytes - 1) }
    return places
  }

  private static func place(
    of entry: SafeTensorsEntry, named name: String, dataBytes: Int
  ) throws(SafeTensorsFault) -> Place {
    guard let width = elementWidths[entry.type] else { throw .elementType(tensor: name, type: entry.type) }
    var count = 1
    for length in entry.shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      guard length >= 0, !overflow, product <= dataBytes else { throw .shape(tensor: name, shape: entry.shape) }
      count = product
    }
    guard entry.offsets.count == 2 else { throw .header(place: "data_offsets of \(name)") }
    let (begin, end) = (entry.offsets[0], entry.offsets[1])
    guard 0 <= begin, begin <= end, end <= dataBytes else {
      throw .offsets(tensor: name, begin: begin, end: end, dataBytes: dataBytes)
    }
    guard end - begin == count * width else {
      throw .extent(tensor: name, bytes: end - begin, needed: count * width)
    }
    return Place(name: name, type: entry.type, shape: entry.shape, elementCount: count, offsets: begin..<end)
  }

  /// Bytes an element; a file with another type is not read further.
  private static let elementWidths = [
    "F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U8": 1, "BOOL": 1,
  ]

  private static func elements(of bytes: [UInt8], from start: Int, count: Int) -> [Float] {
    bytes.withUnsafeBytes { raw in
      [Float](unsafeUninitializedCapacity: count) { elements, initialized in
        for index in 0..<count {
          let bits = raw.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self)
          elements[index] = Float(bitPattern: UInt32(littleEndian: bits))
        }
        initialized = count
      }
    }
  }
}

/// Where in a JSON text the decoder stopped, in a few words.
func jsonPlace(of error: any Error) -> String {
  func path(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String {
    let keys = (context.codingPath + (key.map { [$0] } ?? [])).map { $0.intValue.map(String.init) ?? $0.stringValue }
    return keys.isEmpty ? "at the top" : "at " + keys.joined(separator: " / ")
  }
  return switch error as? DecodingError {
  case .typeMismatch(_, let context)?: "a value of the wrong kind " + path(context)
  case .valueNotFound(_, let context)?: "a null " + path(context)
  case .keyNotFound(let key, let context)?: "nothing " + path(context, key)
  case .dataCorrupted(let context)? where !context.codingPath.isEmpty: "an unusable value " + path(context)
  default: "its JSON is malformed"
  }
}
