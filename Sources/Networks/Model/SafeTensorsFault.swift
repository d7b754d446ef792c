/// What is wrong with the bytes of a safetensors file, in the words of a sentence's second half.
package enum SafeTensorsFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// Not even the eight bytes that hold the header's length.
  case tooShort(bytes: Int)
  /// The header is said to be longer than the file, or than any header is.
  case headerLength(UInt64, fileBytes: Int)
  /// The header is not UTF-8 text that begins with a brace.
  case headerIsNotText
  /// The header's JSON is broken, or a value in it has another form than the format asks for.
  case header(place: String)
  /// A tensor of another element type than F32.
  case elementType(tensor: String, type: String)
  /// A shape with a negative length, or of more bytes than the file can have.
  case shape(tensor: String, shape: [Int])
  /// Offsets that run backwards or leave the file.
  case offsets(tensor: String, begin: Int, end: Int, dataBytes: Int)
  /// Offsets that hold more or fewer bytes than the shape needs.
  case extent(tensor: String, bytes: Int, needed: Int)
  /// Two tensors share bytes; `byte` is the first one, counted from the file's start.
  case overlap(tensor: String, with: String, byte: Int)
  /// Bytes that belong to no tensor, counted from the file's start.
  case hole(from: Int, to: Int)
  /// An infinity or a NaN.
  case notFinite(tensor: String, index: Int)

  package var description: String {
    switch self {
    case .tooShort(let bytes):
      "holds \(bytes) bytes, too few for a safetensors header"
    case .headerLength(let length, let fileBytes):
      "says at byte 0 that its header has \(length) bytes, which do not fit in a file of \(fileBytes)"
    case .headerIsNotText:
      "has a header that is not JSON text at byte 8"
    case .header(let place):
      "has a header that cannot be read (\(place))"
    case .elementType(let tensor, let type):
      "tensor \(tensor) has elements of type \(type), and only F32 is read"
    case .shape(let tensor, let shape):
      "tensor \(tensor) has the impossible shape \(shape)"
    case .offsets(let tensor, let begin, let end, let dataBytes):
      "tensor \(tensor) has data offsets \(begin) to \(end), which leave the \(dataBytes) bytes of data"
    case .extent(let tensor, let bytes, let needed):
      "tensor \(tensor) has \(bytes) bytes of data, and its shape needs \(needed)"
    case .overlap(let tensor, let other, let byte):
      "tensor \(tensor) overlaps \(other) at byte \(byte)"
    case .hole(let from, let to):
      "bytes \(from) to \(to) belong to no tensor"
    case .notFinite(let tensor, let index):
      "tensor \(tensor) holds a value that is not a number at index \(index)"
    }
  }
}
