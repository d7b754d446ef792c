import Imaging
import Signs

/// Faces drawn by a test, and the plainest scene to see them in.
enum PaintedFaces {
  /// A square face of one colour.
  static func plain(_ color: Color, side: Int = 64, physicalWidth: Double = 0.9) -> SignFace {
    SignFace(image: Image(width: side, height: side, color: color), physicalWidth: physicalWidth)
  }

  /// A disc of one colour on a transparent ground, with a margin of a quarter of the picture on every side.
  static func disc(_ color: Color, side: Int = 256, physicalWidth: Double = 0.6) -> SignFace? {
    let middle = Double(side) / 2
    let alpha = (0..<side * side).map { at -> Float in
      let (x, y) = (Double(at % side) + 0.5 - middle, Double(at / side) + 0.5 - middle)
      return (x * x + y * y).squareRoot() <= middle / 2 ? 1 : 0
    }
    return SignFace(
      image: Image(width: side, height: side, color: color), alpha: alpha, physicalWidth: physicalWidth)
  }

  /// A face before an open field, seen without lens blur, vignetting or amplification.
  static func scene(_ face: SignFace, pose: SignPose) -> SignScene {
    SignScene(
      face: face, pose: pose, lens: Lens(blur: 0, vignetting: 0), sensor: Sensor(filter: .threePlates),
      roadside: Roadside(seed: 1, backdrop: .open))
  }
}
