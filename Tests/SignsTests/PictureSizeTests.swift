import Groundwork
import Imaging
import TestSupport
import Testing

@testable import Signs

@Suite("Pictures in the size that a model reads")
struct PictureSizeTests {
  private let loop = ConcurrentLoop(threads: 2)
  private let wide = PictureShape(height: 40, width: 48)

  @Test("photographs keep what a larger size can show")
  func originals() throws {
    let files = try PhotographFiles()
    // Lines of one pixel, which 32 pixels for 48 cannot tell apart.
    let picture = PhotographFiles.ppm(width: 60, height: 64) { x, _ in x % 2 == 0 ? (0, 0, 0) : (200, 200, 200) }
    try files.write(picture, to: "00014/00000_00000.ppm")
    try files.write(PhotographFiles.header + "\n00000_00000.ppm;60;64;10;12;50;52;14\n", to: "00014/GT-00014.csv")
    let set = try GTSRBDataSet.training(at: files.folder.path, shape: wide, loop: loop)
    #expect(set.shape == wide && set.image(at: 0).shape == wide && set.pixels.length == 3 * 40 * 48)
    #expect(Array(set.levels(at: 0)[..<6]) == [0, 200, 0, 200, 0, 200])
  }

  @Test("copies of any one size are taken whole", arguments: [32, 48])
  func copies(_ side: Int) throws {
    let files = try PhotographFiles()
    for name in ["00000_00000", "00000_00001"] {
      try files.write(
        PhotographFiles.ppm(width: side, height: side) { x, _ in (UInt8(x), 0, 0) }, to: "00014/\(name).ppm")
    }
    // The first original had the copies' size.
    let rows = ["00000_00000.ppm;\(side);\(side);5;5;20;20;14", "00000_00001.ppm;90;90;10;10;80;80;14"]
    try files.write(([PhotographFiles.header] + rows).joined(separator: "\n") + "\n", to: "00014/GT-00014.csv")
    let set = try GTSRBDataSet.training(at: files.folder.path, shape: PictureShape(side: side), loop: loop)
    for index in 0..<2 { #expect(Array(set.levels(at: index)[..<side]) == (0..<side).map { UInt8($0) }) }
  }

  @Test("a set is known by its files, whatever size it is read in")
  func digests() throws {
    let files = try PhotographFiles()
    try files.writeCopies(of: 14, tracks: 2, frames: 2, firstLevel: 50)
    let small = try GTSRBDataSet.training(at: files.folder.path, shape: .benchmark, loop: loop)
    let large = try GTSRBDataSet.training(at: files.folder.path, shape: wide, loop: loop)
    let bytes = try WholeFile.read(files.folder.file("00014/00000_00001.ppm"))
    #expect(small.digests[1] == SHA256.hexDigest(of: bytes) && small.digests == large.digests)
    #expect(small.sha256 == large.sha256 && small.selecting([1, 0]).sha256 != small.selecting([0, 1]).sha256)
  }

  @Test("drawn signs fill pictures of any size alike", arguments: [12, 32, 48, 80])
  func drawn(_ side: Int) throws {
    let face = try #require(PaintedFaces.disc(Color(red: 0.75, green: 0.1, blue: 0.08)))
    var variants = [[SyntheticPictures.Variant]](repeating: [], count: SignClass.count)
    variants[SignClass.noEntry.rawValue] = [SyntheticPictures.Variant(face)]
    let pictures = SyntheticPictures(variants: variants, side: side, seed: 5, loop: loop)
    var (middle, corner) = (0.0, 0.0)
    var levels = [UInt8](repeating: 0, count: pictures.valuesPerPicture)
    let (plane, center) = (side * side, side / 2 * side + side / 2)
    for index in 0..<200 {
      levels.withUnsafeMutableBufferPointer { pictures.draw(.noEntry, index: index, into: $0) }
      middle += Double(levels[center]) - Double(levels[2 * plane + center])
      corner += Double(levels[0]) - Double(levels[2 * plane])
    }
    #expect(middle / 200 > 30 && abs(corner / 200) < 15)
  }
}
