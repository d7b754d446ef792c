import Groundwork

/// One image's way through an attack: what it asks next, and what it makes of the answer.
///
/// The loop does the rest: it fills batches, asks, checks the goal, lets walks that are done go and others in. A walk sees
/// nothing of the images beside it, so its fate does not depend on its company.
package protocol Walk: Sendable {
  /// How walks of this kind end.
  static var end: WalkEnd { get }
  /// Whether nothing more is to be asked.
  var isDone: Bool { get }
  /// How many pictures the next question is about, at least 1.
  var asks: Int { get }
  /// Writes a picture of the next question, `(3, H, W)` in [0, 1]. Picture 0 is the candidate, which the walk would end
  /// with if it were read as wanted; the others are probes.
  func write(_ picture: Int, to values: UnsafeMutableBufferPointer<Float>)
  /// Writes what the walk ends with, `(3, H, W)` in [0, 1].
  func writeResult(to values: UnsafeMutableBufferPointer<Float>)
}

extension Walk {
  package static var end: WalkEnd { .onLevels }
  package var asks: Int { 1 }
  package func writeResult(to values: UnsafeMutableBufferPointer<Float>) { write(0, to: values) }
}

/// How a walk ends.
package enum WalkEnd: Sendable {
  /// With a picture that was asked about as 8 bits hold it: the loop rounds every candidate before it asks.
  case onLevels
  /// Just beyond a boundary between classes, where rounding to 8 bits can undo it: the loop lets the perturbation grow
  /// until the rounded picture is read as wanted.
  case atBoundary
}

/// An image at the start of its walk.
package struct WalkStart: Sendable {
  /// Planar, `(3, H, W)`.
  package let levels: [UInt8]
  package let width: Int
  package let height: Int
  package let goal: Goal
  /// How many classes the reader tells apart.
  package let classCount: Int
  /// The image's own stream of chance.
  package let stream: RandomStream
}

extension AttackTask {
  func start(of image: Int, classCount: Int) -> WalkStart {
    WalkStart(
      levels: levels(of: image), width: images.shape[3], height: images.shape[2], goal: goals[image],
      classCount: classCount, stream: streams[image])
  }
}
