import Driving
import Imaging
import Signs

/// A camera that takes no photograph twice: the drives of a scenario share those that they take at the same instant from
/// the same place.
///
/// Keeps a few kilobytes a photograph; delivers what it keeps, which is rounded to 8-bit levels, as every reader does.
struct RememberingCamera<Base: SignCamera>: SignCamera {
  private var base: Base
  private var kept: [Moment: StoredPicture] = [:]

  /// What tells photographs apart: the frame's noise and jitter go by its number, all else by the distance, bit for bit.
  private struct Moment: Hashable {
    var frame: Int
    var distance: UInt64
  }

  init(_ base: Base) {
    self.base = base
  }

  var frameRate: Double { base.frameRate }
  var firstSight: Double { base.firstSight }

  func sight(at distance: Double) -> SignBox? { base.sight(at: distance) }

  mutating func photograph(frame: Int, distance: Double, crop: SignBox) throws -> Image {
    let moment = Moment(frame: frame, distance: distance.bitPattern)
    if let photograph = kept[moment] { return photograph.image }
    let photograph = StoredPicture(try base.photograph(frame: frame, distance: distance, crop: crop))
    kept[moment] = photograph
    return photograph.image
  }
}
