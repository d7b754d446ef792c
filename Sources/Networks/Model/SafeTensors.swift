/// The contents of a safetensors file whose tensors are float32: named tensors and a map of strings.
///
/// The format (github.com/huggingface/safetensors): eight bytes with the header's length, little-endian; the header, JSON
/// text with each tensor's `dtype`, `shape` and `data_offsets`, and the strings under `__metadata__`; the data, without
/// overlaps or holes.
struct SafeTensors: Equatable {
  /// The strings under `__metadata__`.
  var metadata: [String: String] = [:]
  /// In the order of their data.
  var tensors: [(name: String, tensor: Tensor)] = []

  /// The key under which the header keeps its strings.
  static let metadataKey = "__metadata__"
  /// The longest header that is read, as in the format's own library.
  static let headerLimit = 100_000_000

  static func == (one: SafeTensors, other: SafeTensors) -> Bool {
    one.metadata == other.metadata && one.tensors.elementsEqual(other.tensors) { $0 == $1 }
  }
}

/// One tensor's entry in the header.
struct SafeTensorsEntry: Codable, Equatable {
  var type: String
  var shape: [Int]
  /// First byte and byte after the last, counted from the data's start.
  var offsets: [Int]

  enum CodingKeys: String, CodingKey {
    case type = "dtype"
    case shape
    case offsets = "data_offsets"
  }
}

/// The header: an object whose keys are tensor names, but for one.
struct SafeTensorsHeader: Codable {
  var metadata: [String: String]
  var entries: [String: SafeTensorsEntry]

  init(metadata: [String: String], entries: [String: SafeTensorsEntry]) {
    self.metadata = metadata
    self.entries = entries
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: AnyKey.self)
    metadata = [:]
    entries = [:]
    for key in container.allKeys {
      if key.stringValue == SafeTensors.metadataKey {
        metadata = try container.decode([String: String].self, forKey: key)
      } else {
        entries[key.stringValue] = try container.decode(SafeTensorsEntry.self, forKey: key)
      }
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: AnyKey.self)
    try container.encode(metadata, forKey: AnyKey(SafeTensors.metadataKey))
    for (name, entry) in entries { try container.encode(entry, forKey: AnyKey(name)) }
  }
}

/// A key of a JSON object whose keys are data.
struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ stringValue: String) { self.stringValue = stringValue }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
