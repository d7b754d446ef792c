import Groundwork
import Settings
import Signs

/// The error of the detector that a drive does without: the box it would have found around the sign.
package struct CropJitter: Sendable, Equatable {
  /// The standard deviation of each side's place, as a part of the sign's width or height.
  package var deviation = 0.02
  package var seed: UInt64 = 0

  package init() {}

  package init(deviation: Double = CropJitter().deviation, seed: UInt64) {
    self.deviation = deviation
    self.seed = seed
  }

  /// The crop for the network: the box plus a tenth on every side, each side displaced on its own.
  package func crop(of sign: SignBox, frame: Int) -> SignBox {
    var stream = RandomStream(seed: seed, name: "crop jitter", frame)
    // Beyond three deviations a detector's box would be a miss, and the crop could lose the sign.
    func error() -> Double { deviation * min(max(Double(stream.gaussian()), -3), 3) }
    let (left, right, top, bottom) = (error(), error(), error(), error())
    let crop = sign.networkCrop
    return SignBox(
      x: crop.x + left * sign.width, y: crop.y + top * sign.height, width: crop.width + (right - left) * sign.width,
      height: crop.height + (bottom - top) * sign.height)
  }
}

extension CropJitter: Configurable {
  package static let settings: [Setting<Self>] = [
    .share(
      "crop_jitter", \.deviation, 0...15,
      "the standard deviation of each side of the crop, as a share of the sign's size: a detector's error")
  ]
}
