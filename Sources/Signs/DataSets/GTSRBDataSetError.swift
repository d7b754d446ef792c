import Groundwork
import Imaging

/// Why a data set cannot be read.
package enum GTSRBDataSetError: ExplainedError {
  /// A CSV file or a folder that cannot be read.
  case file(FileFault)
  /// A photograph that cannot be read.
  case photograph(ImageFileError)
  /// The folder holds no class folders in any of the usual places.
  case noClassFolders(path: String)
  /// There are no photographs of the classes that were asked for.
  case empty(path: String)
  /// A line of a CSV file is wrong; the reason is a verb phrase about the line.
  case malformed(path: String, line: Int, reason: String)

  package var kind: FaultKind {
    switch self {
    case .file(let fault): fault.kind
    case .photograph(let error): error.kind
    case .noClassFolders, .empty: .missingInput
    case .malformed: .badData
    }
  }

  package var description: String {
    switch self {
    case .file(let fault): fault.description
    case .photograph(let error): error.description
    case .noClassFolders(let path):
      "\(path): holds no class folders named 00000 to 00042; give the folder that GTSRB was unpacked to."
    case .empty(let path): "\(path): holds no photographs of the classes asked for."
    case .malformed(let path, let line, let reason):
      "\(path), line \(line): the line \(reason); get the file again from the benchmark's site."
    }
  }
}
