import Groundwork
import Imaging

extension GTSRBDataSet {
  /// Reads a set that is laid out as the benchmark's training set: a folder a class with the photographs in it.
  ///
  /// Where the class folder has its `GT-<class>.csv`, photographs at their original size are cropped to the region in
  /// it plus 10 % of its size on every side; copies of another size, such as 32 x 32 ones, are taken whole, as are
  /// photographs in class folders without CSV files.
  /// - Parameters:
  ///   - root: the folder of the class folders, or one above it as the benchmark's archives unpack.
  ///   - classes: which classes to read.
  ///   - loop: what reads the photographs; the result does not depend on its threads.
  ///   - progress: told now and then how many photographs of how many are read.
  /// - Throws: `GTSRBDataSetError`, about the first photograph or line that is wrong.
  package static func training(
    at root: String, classes: Set<SignClass> = Set(SignClass.allCases), loop: ConcurrentLoop,
    progress: (_ read: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(GTSRBDataSetError) -> GTSRBDataSet {
    let folder = try GTSRBFolder(below: root)
    let annotations = try folder.annotations(of: classes)
    return try read(annotations, in: folder.path, loop: loop, progress: progress)
  }

  /// Reads a set that is laid out as the benchmark's test set: photographs in one folder, labels in one CSV file.
  ///
  /// Photographs are cropped or taken whole as in `training(at:classes:loop:progress:)`; each is a track of its own.
  /// - Parameters:
  ///   - folder: the folder of the photographs.
  ///   - labels: the CSV file with the classes, `GT-final_test.csv`.
  ///   - classes: which classes to read.
  ///   - loop: what reads the photographs; the result does not depend on its threads.
  ///   - progress: told now and then how many photographs of how many are read.
  /// - Throws: `GTSRBDataSetError`, about the first photograph or line that is wrong.
  package static func test(
    at folder: String, labels: String, classes: Set<SignClass> = Set(SignClass.allCases), loop: ConcurrentLoop,
    progress: (_ read: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(GTSRBDataSetError) -> GTSRBDataSet {
    let annotations = try GTSRBAnnotation.readCSV(labels, folder: "", expected: nil)
    return try read(
      annotations.filter { classes.contains($0.label) }, in: folder.hasSuffix("/") ? folder : folder + "/",
      loop: loop, progress: progress)
  }

  /// How many photographs are read between two looks at errors and two calls of `progress`.
  private static let batch = 512

  private static func read(
    _ annotations: [GTSRBAnnotation], in folder: String, loop: ConcurrentLoop, progress: (Int, Int) -> Void
  ) throws(GTSRBDataSetError) -> GTSRBDataSet {
    guard !annotations.isEmpty else { throw .empty(path: folder) }
    let areCopies = try holdsCopies(annotations, in: folder)
    let file: SpillFile
    do { file = try SpillFile() } catch { throw .file(error) }
    for start in stride(from: 0, to: annotations.count, by: batch) {
      let size = min(batch, annotations.count - start)
      let photographs: [[UInt8]]
      do {
        photographs = try loop.map(size) { piece throws(ImageFileError) in
          try photograph(annotations[start + piece], in: folder, isCopy: areCopies).samples.map(Image.level)
        }
      } catch { throw .photograph(error) }
      do { try file.append(photographs.flatMap(\.self)) } catch { throw .file(error) }
      progress(start + size, annotations.count)
    }
    return GTSRBDataSet(
      pixels: ByteRecords(length: bytesPerPhotograph, spilled: file, count: annotations.count),
      labels: annotations.map(\.label), tracks: trackNumbers(annotations),
      names: annotations.map(\.name))
  }

  /// Whether the photographs are 32 x 32 copies of those that the CSV files describe, told by the first whose original
  /// had another size: without it a copy of an original that was 32 x 32 itself would be cropped, unlike the others.
  private static func holdsCopies(
    _ annotations: [GTSRBAnnotation], in folder: String
  ) throws(GTSRBDataSetError) -> Bool {
    let telling = annotations.first { $0.region.map { $0.width != side || $0.height != side } ?? false }
    guard let telling else { return false }
    do {
      let image = try ImageFile.read(folder + telling.name)
      return image.width == side && image.height == side
    } catch {
      throw .photograph(error)
    }
  }

  private static func photograph(
    _ annotation: GTSRBAnnotation, in folder: String, isCopy: Bool
  ) throws(ImageFileError) -> Image {
    let image = try ImageFile.read(folder + annotation.name)
    guard let region = annotation.region, !isCopy, image.width == region.width, image.height == region.height else {
      return image.width == side && image.height == side ? image : image.resampled(width: side, height: side)
    }
    let (width, height) = (Double(region.x2 - region.x1), Double(region.y2 - region.y1))
    return image.cropped(
      x: Double(region.x1) - width * SignBox.networkMargin, y: Double(region.y1) - height * SignBox.networkMargin,
      width: width * (1 + 2 * SignBox.networkMargin), height: height * (1 + 2 * SignBox.networkMargin),
      toWidth: side, height: side)
  }

  /// One number for every class and track, ascending in the order of the photographs.
  private static func trackNumbers(_ annotations: [GTSRBAnnotation]) -> [Int] {
    var numbers: [String: Int] = [:]
    return annotations.map { annotation in
      let key = "\(annotation.label.rawValue) \(annotation.track)"
      if let number = numbers[key] { return number }
      numbers[key] = numbers.count
      return numbers.count - 1
    }
  }
}
