import Groundwork

/// A picture that cannot be read or written, and why.
package enum ImageFileError: ExplainedError, Equatable {
  /// The file itself cannot be read or written.
  case file(FileFault)
  /// The file has no bytes.
  case empty(path: String)
  /// The file is something else than the formats that are read.
  case notRead(path: String, FileContent)
  /// The file is of a format that is read, in a form that is not.
  case unsupported(path: String, reason: String)
  /// The header announces more pixels than the limit.
  case tooLarge(path: String, width: Int, height: Int, limit: Int)
  /// The file ends, after `length` bytes, before the picture does.
  case truncated(path: String, length: Int)
  /// Something before byte `offset` is not as the format has it.
  case malformed(path: String, reason: String, offset: Int)
  /// Something from byte `start` on is not as the format has it.
  case damagedData(path: String, reason: String, start: Int)
  /// The picture cannot be made into a file.
  case notEncoded(path: String, reason: String)

  package var kind: FaultKind {
    switch self {
    case .file(let fault): fault.kind
    case .empty, .notRead, .unsupported, .tooLarge, .truncated, .malformed, .damagedData: .badData
    case .notEncoded: .internalFault
    }
  }

  package var description: String {
    switch self {
    case .file(let fault): fault.description
    case .empty(let path): "\(path): is empty; give \(ImageFile.Format.wanted)."
    case .notRead(let path, let content): "\(path): \(content.refusal(of: path))."
    case .unsupported(let path, let reason):
      "\(path): the picture is of a form that is not read (\(reason)); \(ImageConversion.toPNG.advice(for: path))."
    case .tooLarge(let path, let width, let height, let limit):
      """
      \(path): \(width) x \(height) pixels are more than the \(limit) that are read; \
      \(ImageConversion.smaller.advice(for: path)).
      """
    case .truncated(let path, let length):
      "\(path): the picture is cut short: the file ends at byte \(length); copy it again from its source."
    case .malformed(let path, let reason, let offset):
      "\(path): the picture is damaged before byte \(offset): \(reason); copy it again from its source."
    case .damagedData(let path, let reason, let start):
      "\(path): the picture is damaged from byte \(start) on: \(reason); copy it again from its source."
    case .notEncoded(let path, let reason): "\(path): the picture cannot be made into a PNG: \(reason)."
    }
  }
}
