import Groundwork
import Networks

/// A way of crafting images; `Known` is the least that the attacker has to know.
///
/// An attack proposes, the harness disposes: whatever `craft` returns is clipped, rounded to 8 bits, read again and
/// measured before anything is called a success.
package protocol Attack<Known>: Sendable {
  associatedtype Known: Knowledge

  /// The method's name, as on the command line.
  var name: String { get }
  /// In which norm its perturbations are small, and so what its control has in common with it.
  var norm: PerturbationNorm { get }
  /// How far it may go and what it may ask.
  var limits: Limits { get }

  /// Crafts a picture for each image of the task.
  /// - Returns: `(N, 3, H, W)`, an image that could not be turned as it was left.
  /// - Throws: what the reader throws.
  func craft(_ task: AttackTask, asking reader: Known) throws -> Tensor
}

/// What an attack is given: images to craft from, and what each of them shall be read as.
package struct AttackTask: Sendable {
  /// `(N, 3, H, W)`, every value an 8-bit level divided by 255.
  package let images: Tensor
  /// One goal an image.
  package let goals: [Goal]
  /// One stream of chance an image, so that an image's fate does not depend on its company.
  package let streams: [RandomStream]
  /// How many images may be asked about at once.
  package let batchSize: Int
  /// What may share the attack's own arithmetic, image by image; the reader has its own.
  package let loop: ConcurrentLoop

  package init(
    images: Tensor, goals: [Goal], streams: [RandomStream], batchSize: Int,
    loop: ConcurrentLoop = ConcurrentLoop(threads: 1)
  ) {
    precondition(
      goals.count == images.count && streams.count == images.count, "every image has a goal and a stream")
    precondition(batchSize > 0, "a batch holds at least one image")
    self.images = images
    self.goals = goals
    self.streams = streams
    self.batchSize = batchSize
    self.loop = loop
  }

  package var count: Int { images.count }
}
