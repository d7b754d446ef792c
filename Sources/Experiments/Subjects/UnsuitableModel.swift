import Groundwork

/// A model file that is sound and reads something else than traffic signs in 32 x 32 pictures.
package struct UnsuitableModel: ExplainedError, Equatable {
  package let path: String
  /// The shape of its input.
  package let inputShape: [Int]
  /// How many classes it tells apart.
  package let classCount: Int

  package var kind: FaultKind { .badData }

  package var description: String {
    let shape = inputShape.map(String.init).joined(separator: " x ")
    return "\(path): the model reads \(shape) inputs in \(classCount) classes; "
      + "give one that reads 3 x 32 x 32 pictures in the 43 classes of GTSRB."
  }
}
