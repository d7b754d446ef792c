import Groundwork

/// Networks whose probabilities a network in training learns beside the labels: knowledge distillation (Hinton et al.
/// 2015, at temperature 1).
///
/// Teachers see what the student sees, every picture varied as in that step (Beyer et al. 2022): where a picture has been
/// blurred or covered beyond reading they say so, and the label does not. The mean of several errs less than any of them,
/// and one network can learn it.
package struct Teachers: Sendable {
  /// One teacher.
  package struct Member: Sendable {
    let network: Network
    /// Names the network among all others, such as a digest of its file.
    let identity: String

    package init(_ network: Network, identity: String) {
      self.network = network
      self.identity = identity
    }
  }

  let members: [Member]
  /// How much of the target is theirs, in [0, 1]; the rest is the label's.
  let share: Float
  private let readers: [NetworkReader]

  /// - Parameters:
  ///   - members: one or more; each says as much as any other.
  ///   - share: how much of the target is theirs, in [0, 1].
  ///   - loop: what they read on; the probabilities do not depend on its threads.
  /// - Precondition: there is a teacher.
  package init(_ members: [Member], share: Float, loop: ConcurrentLoop, arithmetic: Arithmetic = Arithmetic()) {
    precondition(!members.isEmpty, "someone teaches")
    self.members = members
    self.share = share
    readers = members.map { NetworkReader($0.network, loop: loop, arithmetic: arithmetic) }
  }

  /// What a batch is to be read as: a distribution over the classes an image.
  /// - Parameters:
  ///   - images: `(labels.count, 3, H, W)`, RGB in [0, 1].
  ///   - smoothing: the part of the label's share that is spread evenly over all classes.
  func targets(of images: UnsafePointer<Float>, labels: [Int32], smoothing: Float) -> TrainingTargets {
    let classes = readers[0].classCount
    let even = (1 - share) * smoothing / Float(classes)
    var targets = [Float](repeating: even, count: labels.count * classes)
    for (image, label) in labels.enumerated() {
      targets[image * classes + Int(label)] += (1 - share) * (1 - smoothing)
    }
    let part = Double(share) / Double(readers.count)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: labels.count * classes) { scores in
      scores.initialize(repeating: 0)
      guard let start = scores.baseAddress else { return }
      for reader in readers {
        reader.logits(images, count: labels.count, into: start)
        for image in labels.indices {
          let own = image * classes..<(image + 1) * classes
          for (index, probability) in zip(own, Softmax.probabilities(of: scores[own])) {
            targets[index] += Float(part * probability)
          }
        }
      }
    }
    return .distributions(targets)
  }

  /// - Throws: `TrainingError` when a teacher reads other pictures or knows other classes than the student.
  func check(against architecture: Architecture) throws(TrainingError) {
    try TrainingError.require(share, in: 0...1, "teachers' share")
    for member in members {
      let own = member.network
      guard own.inputShape == architecture.inputShape, own.classNames == architecture.classNames else {
        throw .otherTeacher(member.identity, inputShape: own.inputShape, classCount: own.classNames.count)
      }
    }
  }

  /// Takes in all that the targets depend on but the pictures.
  func identify(in digest: inout SHA256) {
    digest.update(with: ["teachers", "\(share)"] + members.map(\.identity))
  }
}
