import Groundwork
import Imaging

/// Labelled photographs of signs in one size, as 8-bit levels: 3 kB a photograph of 32 x 32, 120 MB for all of the German
/// Traffic Sign Recognition Benchmark's training set (Stallkamp et al. 2012). What is read from files is kept in a
/// temporary file, not in memory.
package struct GTSRBDataSet: Sendable {
  /// The size of every photograph, as a network reads it.
  package let shape: PictureShape
  /// The levels of each photograph, planar: `(3, height, width)`.
  package let pixels: ByteRecords
  /// The class of each photograph.
  package let labels: [SignClass]
  /// Which physical sign each photograph shows: photographs of one drive past one sign are near copies and share a
  /// number, which no other sign in the set has. Numbers ascend from 0 in the order of the photographs.
  package let tracks: [Int]
  /// Each photograph's file below the set's folder: `00014/00000_00029.ppm`.
  package let names: [String]
  /// The SHA-256 of each photograph's file, or of its levels where it comes from no file; 64 hexadecimal digits each.
  package let digests: [String]

  /// How many photographs there are.
  package var count: Int { labels.count }

  /// - Parameter digests: those of the photographs' files; of their levels when left out.
  /// - Precondition: all describe equally many photographs of that size.
  package init(
    shape: PictureShape, pixels: ByteRecords, labels: [SignClass], tracks: [Int], names: [String],
    digests: [String]? = nil
  ) {
    precondition(
      pixels.length == shape.values && pixels.count == labels.count
        && tracks.count == labels.count && names.count == labels.count
        && digests?.count ?? labels.count == labels.count,
      "a data set has pixels, a label, a track and a name for every photograph")
    self.shape = shape
    self.pixels = pixels
    self.labels = labels
    self.tracks = tracks
    self.names = names
    self.digests = digests ?? labels.indices.map { SHA256.hexDigest(of: pixels[$0]) }
  }

  /// The SHA-256 over the photographs' own digests in their order: sets of one digest show the same pictures.
  package var sha256: String {
    var digest = SHA256()
    for own in digests { digest.update(Array(own.utf8)) }
    return digest.finalizedHex()
  }

  /// The 8-bit levels of one photograph, `(3, height, width)`.
  /// - Precondition: `index` is below `count`.
  package func levels(at index: Int) -> [UInt8] { pixels[index] }

  /// One photograph.
  /// - Precondition: `index` is below `count`.
  package func image(at index: Int) -> Image {
    Image(width: shape.width, height: shape.height, samples: pixels.shares(index..<index + 1))
  }

  /// The photographs at the given places, in that order.
  package func selecting(_ indices: [Int]) -> GTSRBDataSet {
    GTSRBDataSet(
      shape: shape, pixels: pixels.selecting(indices), labels: indices.map { labels[$0] },
      tracks: indices.map { tracks[$0] },
      names: indices.map { names[$0] }, digests: indices.map { digests[$0] })
  }
}
