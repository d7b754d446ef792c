import Scenarios
import Foundation
import Groundwork
import Imaging
import Records
import Signs
import Testing

@testable import Experiments

@Suite("The corruption benchmark")
struct CorruptionBenchmarkTests {
  private static let assets = AssetFolder(
    path: URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../Assets").standardizedFileURL.path)

  private static func model(_ loop: ConcurrentLoop) throws -> Subject {
    try Subject(reading: try assets.model(named: AssetFolder.defaultModel), loop: loop)
  }

  /// Drawn faces on grey as photographs: stop and yield signs in turn.
  private static func photographs(_ count: Int) throws -> GTSRBDataSet {
    let faces = try [SignClass.stop, .yield].map { sign in
      try ImageFile.read(SignFace.path(of: sign, inFolder: assets.signs), background: Color(gray: 0.35))
        .resampled(width: 32, height: 32)
    }
    var pixels: [UInt8] = []
    for index in 0..<count {
      // A little darker from one to the next.
      pixels += faces[index % 2].samples.map { Image.level($0 * (1 - 0.02 * Float(index))) }
    }
    return GTSRBDataSet(
      shape: PictureShape(side: 32), pixels: ByteRecords(length: PictureShape(side: 32).values, bytes: pixels),
      labels: (0..<count).map { $0 % 2 == 0 ? .stop : .yield }, tracks: Array(0..<count),
      names: (0..<count).map { "\($0).ppm" })
  }

  @Test("the record does not depend on threads, and depends on the seed")
  func threads() throws {
    let set = try Self.photographs(6)
    let kinds: [CorruptionKind] = [.gaussianNoise, .snow, .jpeg, .elastic]
    let records = try [(1, 4), (3, 4), (2, 5)].map { threads, seed in
      let loop = ConcurrentLoop(threads: threads)
      return try CorruptionBenchmark(model: try Self.model(loop), loop: loop, seed: UInt64(seed))(
        on: [CorruptedPhotographs(set, kinds: kinds, seed: UInt64(seed))])
    }
    #expect(records[0] == records[1])
    #expect(records[0].rows.map(\.name) == kinds.map(\.rawValue))
    #expect(records[2].seed == 5)
    let blocks = [4, 5].map { CorruptedPhotographs(set, kinds: kinds, seed: $0) }
    #expect(blocks[0].picture(at: 1, under: (0, .three)) != blocks[1].picture(at: 1, under: (0, .three)))
  }

  @Test("a photograph is corrupted alike in every set that holds it")
  func names() throws {
    let set = try Self.photographs(5)
    let all = CorruptedPhotographs(set, seed: 7)
    let few = CorruptedPhotographs(set.selecting([3]), seed: 7)
    for row in CorruptionKind.allCases.indices {
      #expect(all.picture(at: 3, under: (row, .four)) == few.picture(at: 0, under: (row, .four)))
    }
    #expect(all.picture(at: 3, under: nil) == set.image(at: 3))
  }

  /// Pictures that a model reads rightly, and a degradation that shows another sign in so many of them.
  private struct Swapped: DegradedPictures {
    let photographs: GTSRBDataSet
    let degradations = [Degradation(name: "swap", family: "none", group: .main)]
    var count: Int { photographs.count }
    func sign(at index: Int) -> SignClass { photographs.labels[index] }
    func picture(at index: Int, under degradation: (row: Int, severity: Severity)?) -> Image {
      guard let degradation, index < degradation.severity.rawValue else { return photographs.image(at: index) }
      return photographs.image(at: index + (index.isMultiple(of: 2) ? 1 : -1))
    }
  }

  @Test("errors and missed stop signs are counted")
  func counts() throws {
    let loop = ConcurrentLoop(threads: 2)
    let record = try CorruptionBenchmark(model: try Self.model(loop), loop: loop, seed: 1)(
      on: [Swapped(photographs: try Self.photographs(10))])
    #expect(record.cleanError == 0 && record.images == 10)
    #expect(record.rows[0].errors == [0.1, 0.2, 0.3, 0.4, 0.5])
    #expect(record.rows[0].missed?.map(\.count) == [1, 1, 2, 2, 3] && record.rows[0].missed?.first?.of == 5)
    #expect(record.watched == ClassRecord(classNumber: 14, name: "stop"))
    #expect(abs(record.meanCorruptionError - 0.3) < 1e-12)
  }

  @Test("the renderer's fog is thicker at each severity")
  func fog() throws {
    let signs = try RenderedSigns(
      facesFolder: Self.assets.signs, signs: SignClass.allCases, shape: PictureShape(side: 32), limit: 43, seed: 7)
    #expect(signs.count > 0 && signs.degradations.allSatisfy { $0.group == .rendered })
    let index = try #require((0..<signs.count).first { signs.sign(at: $0) == .stop })
    // The exposure follows the light, so contrast is measured against the mean.
    let contrasts = Severity.allCases.map { severity -> Float in
      let values = signs.picture(at: index, under: (0, severity)).samples
      let mean = values.reduce(0, +) / Float(values.count)
      return values.reduce(0) { $0 + abs($1 - mean) } / mean
    }
    #expect(zip(contrasts, contrasts.dropFirst()).allSatisfy { $0 > $1 }, "\(contrasts)")
  }

  private func row(
    _ name: String, _ errors: [Double], clean: Double, group: CorruptionRow.Group = .main
  ) -> CorruptionRow {
    CorruptionRow(name: name, family: "noise", group: group, cleanError: clean, errors: errors, missed: nil)
  }

  private func record(_ rows: [CorruptionRow], against reference: CorruptionRecord? = nil) -> CorruptionRecord {
    CorruptionRecord(
      model: ModelReference(path: "m", sha256: "0"), seed: 1, images: 10, cleanError: rows[0].cleanError, watched: nil,
      rows: rows,
      reference: reference)
  }

  @Test("mCE and relative mCE are those of the paper's formulas")
  func relative() throws {
    let reference = record([
      row("a", [0.2, 0.2, 0.2, 0.2, 0.2], clean: 0.1), row("b", [0.4, 0.4, 0.4, 0.4, 0.4], clean: 0.1),
      row("c", [0.5, 0.5, 0.5, 0.5, 0.5], clean: 0.1, group: .extra),
    ])
    #expect(reference.relative == nil && abs(reference.meanCorruptionError - 0.3) < 1e-12)
    let better = record(
      [
        row("a", [0, 0.1, 0.1, 0.1, 0.2], clean: 0.05), row("b", [0.1, 0.1, 0.1, 0.1, 0.1], clean: 0.05),
        row("c", [1, 1, 1, 1, 1], clean: 0.05, group: .extra),
      ], against: reference)
    let relative = try #require(better.relative)
    // CE 0.1/0.2 and 0.1/0.4; with the clean errors off 0.05/0.1 and 0.05/0.3.
    #expect(abs((relative.mean ?? 0) - 0.375) < 1e-12)
    #expect(abs((relative.meanOfLoss ?? 0) - (0.5 + 1.0 / 6) / 2) < 1e-12)
    #expect(better.rows.map(\.corruptionError).map { (($0 ?? 0) * 1000).rounded() } == [500, 250, 2000])
  }

  @Test("a reference that lacks a corruption, or never errs, gives no mean")
  func incomplete() {
    let errors = [0.1, 0.1, 0.1, 0.1, 0.1]
    let rows = [row("a", errors, clean: 0), row("b", errors, clean: 0)]
    #expect(record(rows, against: record([row("a", errors, clean: 0)])).relative?.mean == nil)
    let faultless = record([row("a", [0, 0, 0, 0, 0], clean: 0), row("b", errors, clean: 0)])
    #expect(record(rows, against: faultless).relative?.mean == nil)
    #expect(record(rows, against: faultless).rows[1].corruptionError == 1)
  }
}
