import Groundwork

/// The folder of inputs that libFuzzer is given.
package enum Corpus {
  /// Writes inputs to begin with into the folder that is named first; a file is an input that broke something, read again.
  /// - Parameters:
  ///   - seeds: whole files.
  ///   - count: how many arguments there are.
  ///   - arguments: the program's arguments, the first its name.
  package static func plant(
    _ seeds: [[UInt8]], _ count: UnsafePointer<CInt>, _ arguments: UnsafePointer<UnsafePointer<UnsafePointer<CChar>>>
  ) {
    let words = (1..<max(1, Int(count.pointee))).map { String(cString: arguments.pointee[$0]) }
    guard let folder = words.first(where: { FolderEntry(path: $0).kind == .folder }) else { return }
    for (number, seed) in seeds.enumerated() {
      do {
        try WholeFile.write(seed, to: "\(folder)/seed-\(number)")
      } catch {
        preconditionFailure("\(error)")
      }
    }
  }
}
