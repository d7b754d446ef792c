import Foundation
import Groundwork
import Imaging
import Records

/// The folder that a command's files go into.
struct OutputFolder {
  let path: String

  /// Makes the folder before any work is done, so that a run does not end without a place for its result.
  /// - Throws: `FileFault` when it cannot be made or written into.
  init(_ path: String) throws {
    guard !path.isEmpty else { throw OutputFault.noName }
    try WholeFile.makeFolder(path)
    guard access(path, W_OK | X_OK) == 0 else { throw FileFault(path: path, problem: .cannotCreate(errno)) }
    self.path = path
  }

  /// Makes the folder, and sees to it that the results in it are those of one run.
  /// - Parameters:
  ///   - names: the files and folders that the run will write.
  ///   - inputs: the files that it reads.
  ///   - isForced: whether other files in the folder are no reason to stop.
  /// - Throws: `OutputFault` when the folder holds other files, or an input would be overwritten; `FileFault`.
  init(_ path: String, writing names: Set<String>, reading inputs: [String] = [], isForced: Bool = false) throws {
    for name in names.sorted() { try OutputFolder.protect(inputs, from: "\(path)/\(name)") }
    let present = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let others = present.filter { !$0.hasPrefix(".") && !names.contains($0) }.sorted()
    guard others.isEmpty || isForced else { throw OutputFault.holdsOthers(folder: path, others) }
    try self.init(path)
  }

  /// - Parameters:
  ///   - inputs: files that a run reads.
  ///   - output: a file that it writes.
  /// - Throws: `OutputFault` when the two are one.
  static func protect(_ inputs: [String], from output: String) throws {
    let written = real(output)
    if let input = inputs.first(where: { real($0) == written }) { throw OutputFault.overwritesInput(input) }
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ record: some Encodable, as name: String) throws {
    try WholeFile.write(try RecordEncoding.document(record), to: file(name))
  }

  func write(_ text: String, as name: String) throws(FileFault) {
    try WholeFile.write(Array(text.utf8), to: file(name))
  }

  /// - Parameter maker: what made the picture, for its text chunk.
  func write(_ picture: Image, as name: String, maker: String) throws {
    try ImageFile.writePNG(picture, to: file(name), text: [("Software", "stopline"), ("Description", maker)])
  }

  private static func real(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}

/// A folder that results must not go into.
enum OutputFault: ExplainedError, Equatable {
  case noName
  /// It holds files of another run, or of nobody's.
  case holdsOthers(folder: String, [String])
  /// A file that the run reads would be written.
  case overwritesInput(String)

  var kind: FaultKind {
    switch self {
    case .noName: .usage
    case .holdsOthers, .overwritesInput: .cannotCreate
    }
  }

  var description: String {
    switch self {
    case .noName: return "--out is empty; name a folder."
    case .holdsOthers(let folder, let others):
      let first = others.first ?? ""
      let more =
        switch others.count {
        case ...1: ""
        case 2: " and another file"
        default: " and \(others.count - 1) other files"
        }
      return
        "\(folder): holds \(first)\(more), which this run does not write, and results are not mixed; name another folder, "
        + "empty this one, or give --force."
    case .overwritesInput(let input):
      return "\(input): is read by this run and would be overwritten by a result; name another folder."
    }
  }
}
