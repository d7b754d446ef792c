import Imaging
import Signs

extension GTSRBDataSet {
  /// The levels of all photographs, one after another.
  var allLevels: [UInt8] { (0..<count).flatMap(levels(at:)) }
}

extension PictureShape {
  /// That of the benchmark's usual copies.
  static let benchmark = PictureShape(side: 32)
}
