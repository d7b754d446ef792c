import Groundwork

/// A model file that is sound and reads something else than pictures, or tells nothing apart.
package struct UnsuitableModel: ExplainedError, Equatable {
  package let path: String
  /// The shape of its input.
  package let inputShape: [Int]
  /// How many classes it tells apart.
  package let classCount: Int

  /// The shortest and the longest side of a picture, in pixels.
  static let sides = 8...512

  package var kind: FaultKind { .badData }

  package var description: String {
    let shape = inputShape.map(String.init).joined(separator: " x ")
    return
      "\(path): the model reads \(shape) inputs in \(classCount) classes; give one that reads pictures in 3 channels, "
      + "\(Self.sides.lowerBound) to \(Self.sides.upperBound) pixels a side, in 2 classes or more."
  }

  /// - Throws: `UnsuitableModel` when a model reads other inputs or tells nothing apart.
  static func check(path: String, inputShape: [Int], classCount: Int) throws(UnsuitableModel) {
    guard inputShape.count == 3, inputShape[0] == 3, inputShape[1...].allSatisfy(sides.contains), classCount >= 2 else {
      throw UnsuitableModel(path: path, inputShape: inputShape, classCount: classCount)
    }
  }
}
