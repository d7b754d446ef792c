import Foundation

extension SafeTensors {
  /// The file's bytes: the same for the same contents. The data begin at a multiple of 8, by spaces behind the header.
  func encoded() throws(SafeTensorsFault) -> [UInt8] {
    var entries: [String: SafeTensorsEntry] = [:]
    var offset = 0
    for (name, tensor) in tensors {
      if let index = tensor.elements.firstIndex(where: { !$0.isFinite }) {
        throw .notFinite(tensor: name, index: index)
      }
      let end = offset + 4 * tensor.elements.count
      entries[name] = SafeTensorsEntry(type: "F32", shape: tensor.shape, offsets: [offset, end])
      offset = end
    }
    precondition(entries.count == tensors.count, "tensors have different names")

    var header = [UInt8](canonicalJSON(SafeTensorsHeader(metadata: metadata, entries: entries)).utf8)
    header += [UInt8](repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + header.count + offset)
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes += header
    for (_, tensor) in tensors {
      for element in tensor.elements {
        withUnsafeBytes(of: element.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    return bytes
  }
}

/// A value's JSON text with sorted keys, the same on every run.
/// - Precondition: the value has a JSON form: no NaN or infinity.
func canonicalJSON(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  do {
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  } catch {
    preconditionFailure("only finite numbers are written as JSON")
  }
}
