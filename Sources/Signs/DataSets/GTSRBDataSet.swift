import Groundwork
import Imaging

/// Labelled photographs of signs, each 32 x 32, as 8-bit levels: 3 kB a photograph, 120 MB for all of the German Traffic
/// Sign Recognition Benchmark's training set (Stallkamp et al. 2012). What is read from files is kept in a temporary
/// file, not in memory.
package struct GTSRBDataSet: Sendable {
  /// The side of every photograph in pixels, as the network reads it.
  package static let side = 32
  /// The bytes of one photograph: three planes.
  package static let bytesPerPhotograph = 3 * side * side

  /// The levels of each photograph, planar: `(3, 32, 32)`.
  package let pixels: ByteRecords
  /// The class of each photograph.
  package let labels: [SignClass]
  /// Which physical sign each photograph shows: photographs of one drive past one sign are near copies and share a
  /// number, which no other sign in the set has. Numbers ascend from 0 in the order of the photographs.
  package let tracks: [Int]
  /// Each photograph's file below the set's folder: `00014/00000_00029.ppm`.
  package let names: [String]

  /// How many photographs there are.
  package var count: Int { labels.count }

  /// - Precondition: the four describe equally many photographs.
  package init(pixels: ByteRecords, labels: [SignClass], tracks: [Int], names: [String]) {
    precondition(
      pixels.length == GTSRBDataSet.bytesPerPhotograph && pixels.count == labels.count
        && tracks.count == labels.count && names.count == labels.count,
      "a data set has pixels, a label, a track and a name for every photograph")
    self.pixels = pixels
    self.labels = labels
    self.tracks = tracks
    self.names = names
  }

  /// The 8-bit levels of one photograph, `(3, side, side)`.
  /// - Precondition: `index` is below `count`.
  package func levels(at index: Int) -> [UInt8] { pixels[index] }

  /// One photograph.
  /// - Precondition: `index` is below `count`.
  package func image(at index: Int) -> Image {
    Image(width: GTSRBDataSet.side, height: GTSRBDataSet.side, samples: pixels.shares(index..<index + 1))
  }

  /// The photographs at the given places, in that order.
  package func selecting(_ indices: [Int]) -> GTSRBDataSet {
    GTSRBDataSet(
      pixels: pixels.selecting(indices), labels: indices.map { labels[$0] }, tracks: indices.map { tracks[$0] },
      names: indices.map { names[$0] })
  }
}
