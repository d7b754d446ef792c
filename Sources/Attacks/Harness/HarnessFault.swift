import Groundwork

/// Why a run cannot begin.
package enum HarnessFault: ExplainedError, Equatable {
  /// An image is not of the reader's input size.
  case wrongSize(image: Int, width: Int, height: Int, expectedWidth: Int, expectedHeight: Int)
  /// The goal names a class that the reader does not know, or the class that the image shows already.
  case impossibleGoal(Goal, classCount: Int)

  package var kind: FaultKind { .usage }

  package var description: String {
    switch self {
    case .wrongSize(let image, let width, let height, let expectedWidth, let expectedHeight):
      return "Image \(image) is \(width) x \(height) and the network reads \(expectedWidth) x \(expectedHeight); "
        + "resample it first."
    case .impossibleGoal(let goal, let classCount):
      let target = goal.target.map { " towards class \($0)" } ?? ""
      return
        "An attack\(target) on a picture of class \(goal.source) cannot be met by a network of \(classCount) classes; "
        + "choose another class than the picture's, 0 to \(classCount - 1)."
    }
  }
}
