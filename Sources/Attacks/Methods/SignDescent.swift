import Groundwork

/// Steps along the sign of a gradient inside an L-infinity ball, in 8-bit levels: what FGSM and its kin have in common.
///
/// Gradients are taken at the picture as 8 bits hold it, so what is crafted is what was asked about; the position between
/// two levels is kept, so steps below a level add up.
package struct SignDescent: GradientWalk {
  /// Where the image stands, between levels.
  private var position: [Float]
  /// The ends of the ball and of the box, for each value.
  private let lowest: [Float]
  private let highest: [Float]
  private let goal: Goal
  /// In levels.
  private let step: Float
  private let steps: Int
  /// Whether it begins elsewhere than at the picture.
  private let startsAway: Bool
  private var taken = 0
  private var hasMetGoal = false

  /// - Parameters:
  ///   - reach: the ball's radius in levels.
  ///   - step: how far every value moves in a step, in levels; no farther than `reach`.
  ///   - steps: how many steps are taken at most.
  ///   - isRandom: whether x_0 is drawn from the ball, in whole levels, from the image's own stream; else it is the
  ///     picture itself.
  init(from start: WalkStart, reach: Int, step: Double, steps: Int, isRandom: Bool) {
    let clean = start.levels.map(Float.init)
    lowest = clean.map { max(0, $0 - Float(reach)) }
    highest = clean.map { min(255, $0 + Float(reach)) }
    position = clean
    goal = start.goal
    self.step = Float(min(step, Double(reach)))
    self.steps = steps
    startsAway = isRandom
    guard isRandom else { return }
    var stream = start.stream
    for index in position.indices {
      let value = clean[index] + Float(stream.index(below: 2 * reach + 1) - reach)
      position[index] = min(max(value, lowest[index]), highest[index])
    }
  }

  package var isDone: Bool { hasMetGoal || taken == steps }

  package var mayMeetGoal: Bool { startsAway || taken > 0 }

  package func weightings(of scores: ArraySlice<Float>, picture: Int) -> [[Float]] { [goal.ascent(at: scores)] }

  package mutating func step(_ answer: GradientAnswer) {
    if answer.meetsGoal {
      hasMetGoal = true
    } else {
      step(along: answer.gradients[0][0])
    }
  }

  /// Moves every value by a step along the sign of its direction, and back into ball and box.
  mutating func step(along direction: ArraySlice<Float>) {
    taken += 1
    let (step, count) = (step, position.count)
    direction.withUnsafeBufferPointer { direction in
      position.withUnsafeMutableBufferPointer { position in
        lowest.withUnsafeBufferPointer { lowest in
          highest.withUnsafeBufferPointer { highest in
            for index in 0..<count {
              let sign: Float = (direction[index] > 0 ? 1 : 0) - (direction[index] < 0 ? 1 : 0)
              position[index] = min(max(position[index] + sign * step, lowest[index]), highest[index])
            }
          }
        }
      }
    }
  }

  package func write(_ picture: Int, to values: UnsafeMutableBufferPointer<Float>) {
    position.withUnsafeBufferPointer { position in
      // Through an integer: it is the nearest level, and one instruction.
      for index in values.indices { values[index] = Float(Int32(position[index] + 0.5)) / 255 }
    }
  }
}
