import Groundwork

/// A picture that cannot be read or written, and why.
package enum ImageFileError: ExplainedError, Equatable {
  /// The file itself cannot be read or written.
  case file(FileFault)
  /// The file has no bytes.
  case empty(path: String)
  /// The file is neither PNG nor PPM; `content` says what it is or begins with.
  case unknownFormat(path: String, content: String)
  /// The header announces more pixels than the limit.
  case tooLarge(path: String, width: Int, height: Int, limit: Int)
  /// The file ends, after `length` bytes, before the picture does.
  case truncated(path: String, length: Int)
  /// Something before byte `offset` is not as the format has it.
  case malformed(path: String, reason: String, offset: Int)
  /// The picture cannot be made into a file.
  case notEncoded(path: String, reason: String)

  package var kind: FaultKind {
    switch self {
    case .file(let fault): fault.kind
    case .empty, .unknownFormat, .tooLarge, .truncated, .malformed: .badData
    case .notEncoded: .internalFault
    }
  }

  package var description: String {
    switch self {
    case .file(let fault): fault.description
    case .empty(let path): "\(path): is empty; give a PNG or P6 file."
    case .unknownFormat(let path, let content): "\(path): not a PNG or PPM picture: \(content); give a PNG or P6 file."
    case .tooLarge(let path, let width, let height, let limit):
      "\(path): \(width) x \(height) pixels are more than the \(limit) that are read; give a smaller picture."
    case .truncated(let path, let length):
      "\(path): the picture is cut short: the file ends at byte \(length); copy it again from its source."
    case .malformed(let path, let reason, let offset):
      "\(path): the picture is damaged before byte \(offset): \(reason); copy it again from its source."
    case .notEncoded(let path, let reason): "\(path): the picture cannot be made into a PNG: \(reason)."
    }
  }
}
