import Settings

/// The momentum iterative fast gradient sign method (Dong et al., "Boosting adversarial attacks with momentum",
/// arXiv 1710.06081, algorithm 1): g <- mu g + grad / ||grad||_1, and a step of epsilon / steps along sign(g) inside the
/// L-infinity ball, from the picture itself. What it finds carries over to other networks better than plain descent.
///
/// An image is done as soon as it is read as wanted. One query and one gradient a step and image, and one query to
/// confirm the decision.
package struct MomentumIterative: GradientWalkMethod {
  /// How far every value may move, in [0, 1], rounded down to whole levels.
  package var epsilon = 8.0 / 255
  package var steps = 10
  /// mu: how much of the gradients before is kept, in [0, 1]; 0 is plain descent.
  package var decay = 1.0

  package init() {}

  package static let card = AttackCard(
    "mi-fgsm", title: "MI-FGSM", "Steps along the sign of an accumulated gradient, which carry over to other networks.",
    paper: "Dong et al., arXiv 1710.06081", norm: .linf)

  package static let settings: [Setting<Self>] = [
    .share(
      "epsilon", \.epsilon, "how far every value may move, of the range from black to white", source: "8/255 is usual"),
    .count(
      "steps", \.steps, 1...100_000, "how many steps at most, each epsilon divided by their number",
      source: "Dong et al. 2018: 10"),
    .number("decay", \.decay, 0...1, "how much of the gradients before is kept (mu)", source: "Dong et al. 2018: 1"),
  ]

  package var limits: Limits {
    Limits(linf: EightBitLevels.wholeLevels(within: epsilon), steps: steps, queries: 2 * steps, gradients: steps)
  }

  package func walk(from start: WalkStart) -> Way {
    let reach = EightBitLevels.levels(within: epsilon)
    return Way(
      descent: SignDescent(
        from: start, reach: reach, step: epsilon * 255 / Double(steps), steps: steps, isRandom: false),
      momentum: [Float](repeating: 0, count: start.levels.count), decay: Float(decay))
  }

  /// Sign descent along the accumulated gradient.
  package struct Way: GradientWalk {
    fileprivate var descent: SignDescent
    /// g.
    fileprivate var momentum: [Float]
    fileprivate let decay: Float

    package var isDone: Bool { descent.isDone }
    package var mayMeetGoal: Bool { descent.mayMeetGoal }

    package func weightings(of scores: ArraySlice<Float>, picture: Int) -> [[Float]] {
      descent.weightings(of: scores, picture: picture)
    }

    package mutating func step(_ answer: GradientAnswer) {
      guard !answer.meetsGoal else { return descent.step(answer) }
      let gradient = answer.gradients[0][0]
      let size = gradient.reduce(0) { $0 + abs($1) }
      for (index, slope) in gradient.enumerated() {
        momentum[index] = decay * momentum[index] + (size > 0 ? slope / size : 0)
      }
      descent.step(along: momentum[...])
    }

    package func write(_ picture: Int, to values: UnsafeMutableBufferPointer<Float>) {
      descent.write(picture, to: values)
    }
  }
}
