import Foundation
import Groundwork
import TestSupport

/// Small data sets on disk in the benchmark's layout, written by a test.
struct PhotographFiles {
  static let header = "Filename;Width;Height;Roi.X1;Roi.Y1;Roi.X2;Roi.Y2;ClassId"

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Writes a file, and the folders above it, below the set's folder; returns its path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = folder.file(name)
    try WholeFile.makeFolder(String(path[..<path.lastIndex(of: "/")!]))
    try WholeFile.write(bytes, to: path)
    return path
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// A binary PPM whose pixel at (x, y) has the levels that `pixel` gives.
  static func ppm(width: Int, height: Int, _ pixel: (_ x: Int, _ y: Int) -> (UInt8, UInt8, UInt8)) -> [UInt8] {
    var bytes = Array("P6\n\(width) \(height)\n255\n".utf8)
    for y in 0..<height {
      for x in 0..<width {
        let (red, green, blue) = pixel(x, y)
        bytes += [red, green, blue]
      }
    }
    return bytes
  }

  /// Writes a class folder with tracks of 32 x 32 copies of 40 x 40 originals; every photograph is of one level, which
  /// counts up from `level`.
  func writeCopies(of number: Int, tracks: Int, frames: Int, firstLevel level: Int, at root: String = "") throws {
    let folder = root + String(format: "%05d", number)
    var rows = [PhotographFiles.header]
    for track in 0..<tracks {
      for frame in 0..<frames {
        let name = String(format: "%05d_%05d.ppm", track, frame)
        let value = UInt8(level + track * frames + frame)
        try write(PhotographFiles.ppm(width: 32, height: 32) { _, _ in (value, value, 0) }, to: "\(folder)/\(name)")
        rows.append("\(name);40;40;5;5;35;35;\(number)")
      }
    }
    try write(rows.joined(separator: "\r\n") + "\r\n", to: "\(folder)/GT-\(String(format: "%05d", number)).csv")
  }
}
