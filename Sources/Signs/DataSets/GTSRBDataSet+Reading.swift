import Groundwork
import Imaging

extension GTSRBDataSet {
  /// Reads a set that is laid out as the benchmark's training set: a folder a class with the photographs in it.
  ///
  /// Where the class folder has its `GT-<class>.csv`, photographs at their original size are cropped to the region in
  /// it plus 10 % of its size on every side; copies of one size, such as 32 x 32, are taken whole, as are photographs in
  /// class folders without CSV files.
  /// - Parameters:
  ///   - root: the folder of the class folders, or one above it as the benchmark's archives unpack.
  ///   - shape: the size in which they are kept.
  ///   - classes: which classes to read.
  ///   - loop: what reads the photographs; the result does not depend on its threads.
  ///   - progress: told now and then how many photographs of how many are read.
  /// - Throws: `GTSRBDataSetError`, about the first photograph or line that is wrong.
  package static func training(
    at root: String, shape: PictureShape, classes: Set<SignClass> = Set(SignClass.allCases), loop: ConcurrentLoop,
    progress: (_ read: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(GTSRBDataSetError) -> GTSRBDataSet {
    let folder = try GTSRBFolder(below: root)
    let annotations = try folder.annotations(of: classes)
    return try read(annotations, in: folder.path, shape: shape, loop: loop, progress: progress)
  }

  /// Reads a set that is laid out as the benchmark's test set: photographs in one folder, labels in one CSV file.
  ///
  /// Photographs are cropped or taken whole as in `training(at:shape:classes:loop:progress:)`; each is a track of its own.
  /// - Parameters:
  ///   - folder: the folder of the photographs.
  ///   - labels: the CSV file with the classes, `GT-final_test.csv`.
  ///   - shape: the size in which they are kept.
  ///   - classes: which classes to read.
  ///   - loop: what reads the photographs; the result does not depend on its threads.
  ///   - progress: told now and then how many photographs of how many are read.
  /// - Throws: `GTSRBDataSetError`, about the first photograph or line that is wrong.
  package static func test(
    at folder: String, labels: String, shape: PictureShape, classes: Set<SignClass> = Set(SignClass.allCases),
    loop: ConcurrentLoop,
    progress: (_ read: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(GTSRBDataSetError) -> GTSRBDataSet {
    let annotations = try GTSRBAnnotation.readCSV(labels, folder: "", expected: nil)
    return try read(
      annotations.filter { classes.contains($0.label) }, in: folder.hasSuffix("/") ? folder : folder + "/",
      shape: shape, loop: loop, progress: progress)
  }

  /// How many photographs are read between two looks at errors and two calls of `progress`.
  private static let batch = 512

  private static func read(
    _ annotations: [GTSRBAnnotation], in folder: String, shape: PictureShape, loop: ConcurrentLoop,
    progress: (Int, Int) -> Void
  ) throws(GTSRBDataSetError) -> GTSRBDataSet {
    guard !annotations.isEmpty else { throw .empty(path: folder) }
    let areCopies = try holdsCopies(annotations, in: folder)
    let file: SpillFile
    do { file = try SpillFile() } catch { throw .file(error) }
    var digests: [String] = []
    for start in stride(from: 0, to: annotations.count, by: batch) {
      let size = min(batch, annotations.count - start)
      let photographs: [(levels: [UInt8], digest: String)]
      do {
        photographs = try loop.map(size) { piece throws(ImageFileError) in
          try photograph(annotations[start + piece], in: folder, shape: shape, isCopy: areCopies)
        }
      } catch { throw .photograph(error) }
      do { try file.append(photographs.flatMap(\.levels)) } catch { throw .file(error) }
      digests += photographs.map(\.digest)
      progress(start + size, annotations.count)
    }
    return GTSRBDataSet(
      shape: shape, pixels: ByteRecords(length: shape.values, spilled: file, count: annotations.count),
      labels: annotations.map(\.label), tracks: trackNumbers(annotations),
      names: annotations.map(\.name), digests: digests)
  }

  /// Whether the photographs are copies in one size of those that the CSV files describe, told by the first whose original
  /// had another size than the first file has: without it a copy of an original of just that size would be cropped, unlike
  /// the others.
  private static func holdsCopies(
    _ annotations: [GTSRBAnnotation], in folder: String
  ) throws(GTSRBDataSetError) -> Bool {
    do {
      let shape = try ImageFile.read(folder + annotations[0].name).shape
      let telling = annotations.first { $0.region.map { $0.shape != shape } ?? false }
      guard let telling else { return false }
      return try ImageFile.read(folder + telling.name).shape == shape
    } catch {
      throw .photograph(error)
    }
  }

  /// One photograph's levels in the set's size, and its file's digest.
  private static func photograph(
    _ annotation: GTSRBAnnotation, in folder: String, shape: PictureShape, isCopy: Bool
  ) throws(ImageFileError) -> (levels: [UInt8], digest: String) {
    let path = folder + annotation.name
    let bytes: [UInt8]
    do { bytes = try WholeFile.read(path) } catch { throw .file(error) }
    var image = try ImageFile.decode(bytes, named: path)
    if let region = annotation.region, !isCopy, image.shape == region.shape {
      image = image.cropped(to: region.sign.networkCrop, shape: shape)
    }
    return (image.fitted(to: shape).samples.map(Image.level), SHA256.hexDigest(of: bytes))
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
