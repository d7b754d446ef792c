import Foundation

/// Names for what is not whole yet, beside what it will be called.
enum TemporaryName {
  /// Makes something under the first name of this process that nobody has in a folder.
  /// - Parameters:
  ///   - folder: where the name belongs.
  ///   - path: what faults call the thing.
  ///   - make: makes it under a name; fails with `EEXIST` where the name is taken.
  /// - Returns: what was made, and its name.
  /// - Throws: `FileFault` when nothing can be made.
  static func claim<Made>(
    in folder: String, for path: String, by make: (_ name: String) -> Result<Made, SystemError>
  ) throws(FileFault) -> (made: Made, name: String) {
    var attempt = 0
    while true {
      let name = "\(folder)/.stopline-\(getpid())-\(attempt).partial"
      switch make(name) {
      case .success(let made): return (made, name)
      case .failure(let error) where error.number == EEXIST && attempt < 10_000: attempt += 1
      case .failure(let error): throw FileFault.creating(path, error.number)
      }
    }
  }
}
