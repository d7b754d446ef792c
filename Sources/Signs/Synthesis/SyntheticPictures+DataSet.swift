import Groundwork
import Imaging

extension SyntheticPictures {
  /// Where a data set has its class folders.
  package static let imagesFolder = "Final_Training/Images"

  /// The name of a class's folder: `00014`.
  package static func folder(of sign: SignClass) -> String { digits(sign.rawValue) }

  /// Writes a data set that is laid out as GTSRB's training set of copies in one size: a folder a class,
  /// `Final_Training/Images/00014`, with the pictures as P6 files and `GT-00014.csv`, whose sizes and regions are those
  /// of the pieces of the frame that the pictures were made from. Every picture is a track of its own.
  ///
  /// A class's pictures are those of the indices from 0 on; they are written as they are drawn, so a large set takes no
  /// more memory than a small one. A class's folder appears when all of its pictures are written; where it was there
  /// already, pictures of the same names are replaced and others stay.
  /// - Parameters:
  ///   - folder: made if missing.
  ///   - classes: which classes to draw, each with a face.
  ///   - count: how many pictures each gets, at most 100,000, so that their names have five digits.
  ///   - loop: what shares the work; the files do not depend on its threads.
  ///   - progress: told now and then how many pictures of how many are written.
  /// - Throws: `FileFault` when a file cannot be written.
  package func writeDataSet(
    to folder: String, classes: [SignClass], count: Int, loop: ConcurrentLoop,
    progress: (_ written: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(FileFault) {
    precondition((1...100_000).contains(count), "a class has 1 to 100,000 pictures")
    for (place, sign) in classes.enumerated() {
      let staged = try StagedFolder(
        "\(folder)/\(SyntheticPictures.imagesFolder)/\(SyntheticPictures.folder(of: sign))")
      do throws(FileFault) {
        try write(sign, count: count, to: staged, loop: loop) { progress(place * count + $0, classes.count * count) }
        try staged.finish()
      } catch {
        staged.discard()
        throw error
      }
    }
  }

  /// Writes a class's pictures and its CSV file.
  private func write(
    _ sign: SignClass, count: Int, to folder: StagedFolder, loop: ConcurrentLoop, progress: (_ written: Int) -> Void
  ) throws(FileFault) {
    var rows = [GTSRBAnnotation.columns.joined(separator: ";")]
    for start in stride(from: 0, to: count, by: SyntheticPictures.batch) {
      let size = min(SyntheticPictures.batch, count - start)
      rows += try write(sign, start..<start + size, to: folder, loop: loop)
      progress(start + size)
    }
    let name = "GT-\(SyntheticPictures.digits(sign.rawValue)).csv"
    try folder.write(Array((rows.joined(separator: "\n") + "\n").utf8), to: name)
  }

  /// How many pictures are drawn between two looks at faults.
  private static let batch = 512

  /// Writes some of a class's pictures.
  /// - Returns: their lines of the CSV file.
  private func write(
    _ sign: SignClass, _ indices: Range<Int>, to folder: StagedFolder, loop: ConcurrentLoop
  ) throws(FileFault) -> [String] {
    try loop.map(indices.count) { piece throws(FileFault) in
      let index = indices.lowerBound + piece
      let (file, conditions) = file(sign, index)
      try folder.write(file, to: SyntheticPictures.fileName(index))
      return SyntheticPictures.row(sign, index, conditions)
    }
  }

  /// A picture as a P6 file, and how it came about.
  private func file(_ sign: SignClass, _ index: Int) -> ([UInt8], PictureConditions) {
    let plane = side * side
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * plane) { levels in
      levels.initialize(repeating: 0)
      let conditions = workspaces.withWorkspace {
        drawn(sign, index: index, seed: seed, into: levels, workspace: $0)
      }
      let header = Array("P6\n\(side) \(side)\n255\n".utf8)
      let file = [UInt8](unsafeUninitializedCapacity: header.count + 3 * plane) { bytes, count in
        count = bytes[..<header.count].initialize(fromContentsOf: header)
        for at in 0..<plane {
          for channel in 0..<3 {
            bytes.initializeElement(at: count, to: levels[channel * plane + at])
            count += 1
          }
        }
      }
      return (file, conditions)
    }
  }

  /// A picture's line of the CSV file.
  private static func row(_ sign: SignClass, _ index: Int, _ conditions: PictureConditions) -> String {
    let (width, height) = (Int(conditions.frameWidth.rounded()), Int(conditions.frameHeight.rounded()))
    let region = conditions.region
    let (left, top) = (max(0, Int(region.x.rounded())), max(0, Int(region.y.rounded())))
    let right = min(width, Int((region.x + region.width).rounded()))
    let bottom = min(height, Int((region.y + region.height).rounded()))
    return [
      SyntheticPictures.fileName(index), "\(width)", "\(height)", "\(left)", "\(top)", "\(right)", "\(bottom)",
      "\(sign.rawValue)",
    ].joined(separator: ";")
  }

  private static func fileName(_ index: Int) -> String { "\(digits(index))_00000.ppm" }

  private static func digits(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 5 - text.count)) + text
  }
}
