import Foundation

/// Paths as the system has them: bytes that need not be UTF-8, which a Swift string cannot hold.
///
/// A byte that is no part of UTF-8 stands in a string as one scalar of a private range, so that the path of any file can
/// be listed, kept, joined to others and opened again. In the rare name that has such a scalar of its own its bytes are
/// treated alike: every name is one string, and every such string one name.
extension String {
  /// - Parameter bytes: a path as the system gives it, ended by a zero byte.
  package init(systemPath bytes: UnsafePointer<CChar>) {
    self.init(pathBytes: UnsafeRawBufferPointer(start: bytes, count: strlen(bytes)))
  }

  /// - Parameter bytes: a path as the system gives it, without the zero byte at its end.
  package init(pathBytes bytes: some Collection<UInt8>) {
    var scalars = String.UnicodeScalarView()
    var rest = Array(bytes)[...]
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = rest.makeIterator()
    while true {
      let length: Int
      var decoded: Unicode.Scalar?
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        length = encoded.count
        decoded = Unicode.UTF8.decode(encoded)
      case .error(let count): length = count
      case .emptyInput:
        self = String(scalars)
        return
      }
      if let decoded, decoded.undecodedByte == nil {
        scalars.append(decoded)
      } else {
        scalars.append(contentsOf: rest.prefix(length).map(Unicode.Scalar.init(undecodedByte:)))
      }
      rest = rest.dropFirst(length)
    }
  }

  /// The path's bytes and a zero byte, for the system.
  package var systemPath: [CChar] {
    var bytes: [CChar] = []
    bytes.reserveCapacity(utf8.count + 1)
    for scalar in unicodeScalars {
      if let byte = scalar.undecodedByte {
        bytes.append(CChar(bitPattern: byte))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar).map { $0.map { CChar(bitPattern: $0) } } ?? [])
      }
    }
    return bytes + [0]
  }
}

extension Unicode.Scalar {
  /// The byte of a path that this scalar stands for, 0x80 to 0xFF; nil for any scalar that stands for itself.
  package var undecodedByte: UInt8? {
    (0x10FE80...0x10FEFF).contains(value) ? UInt8(value & 0xFF) : nil
  }

  /// The scalar that stands for a byte which is no part of UTF-8.
  fileprivate init(undecodedByte byte: UInt8) {
    self = Unicode.Scalar(0x10FE00 | UInt32(byte)) ?? "\u{FFFD}"
  }
}
