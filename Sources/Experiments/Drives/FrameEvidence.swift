import Driving
import Imaging
import Records

/// What a drive keeps of a frame until its record and its picture are made: a few kilobytes for pictures of 32 x 32.
package struct FrameEvidence: Sendable {
  /// What the network got from the camera, on 8-bit levels.
  package var photograph: StoredPicture
  /// The photograph after somebody changed it; nil where nobody did.
  package var changed: Change?

  package struct Change: Sendable {
    /// What the network got in the photograph's place.
    package var picture: StoredPicture
    /// What the photograph itself is read as; nil where it was not read.
    package var clean: SignReading?
    package var norms: Norms
    package var cost: CostRecord
  }
}

/// A picture as its 8-bit levels: a quarter of its size in memory.
package struct StoredPicture: Sendable {
  private let width: Int
  private let height: Int
  /// Planar, as a picture's samples are.
  private let levels: [UInt8]

  /// - Parameter image: kept as it is after rounding to 8-bit levels.
  package init(_ image: Image) {
    width = image.width
    height = image.height
    levels = image.samples.map(Image.level)
  }

  package var image: Image {
    Image(width: width, height: height, samples: levels.map { Float($0) / 255 })
  }
}
