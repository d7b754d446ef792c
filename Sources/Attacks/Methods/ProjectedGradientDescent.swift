import Groundwork
import Networks

/// Projected gradient descent in an L-infinity ball (Madry et al., "Towards deep learning models resistant to adversarial
/// attacks", arXiv 1706.06083, section 2.1): x_0 is drawn from the ball, and
/// x_{k+1} = project(x_k - alpha sign(grad_x J(x_k, t))) onto the ball and the box, or plus the gradient of J(x, y) away
/// from y. From the clean picture it is the basic iterative method (Kurakin et al., arXiv 1607.02533), and with one step
/// of epsilon FGSM.
///
/// Gradients are taken at the picture as 8 bits hold it, so what is crafted is what was asked about; the position between
/// two levels is kept, so steps below a level add up. An image is done as soon as it is read as wanted, and leaves the
/// batch to those that wait. One query and one gradient a step and image, and one query to confirm the decision.
package struct ProjectedGradientDescent: Attack {
  /// x_0.
  package enum Start: String, Sendable, CaseIterable {
    /// Uniform in the ball, in whole levels, from the image's own stream.
    case random
    /// The picture itself.
    case clean
  }

  /// How it steps. The defaults are those at which the libraries of the field are compared: 40 steps of 2/255.
  package struct Options: Sendable, Hashable {
    /// alpha: how far every value moves in a step, in [0, 1].
    package var stepSize: Double
    package var steps: Int
    package var start: Start

    package init(stepSize: Double = 2.0 / 255, steps: Int = 40, start: Start = .random) {
      precondition((0...1).contains(stepSize), "a step is a change of values in [0, 1]")
      precondition(steps > 0, "there is at least one step")
      self.stepSize = stepSize
      self.steps = steps
      self.start = start
    }
  }

  /// How far every value may move, in [0, 1], rounded down to whole levels.
  package let epsilon: Double
  package let options: Options

  /// - Precondition: `epsilon` lies in [0, 1].
  package init(epsilon: Double = 8.0 / 255, _ options: Options = Options()) {
    precondition((0...1).contains(epsilon), "epsilon is a change of values in [0, 1]")
    self.epsilon = epsilon
    self.options = options
  }

  package let name = "pgd"

  package var budget: Budget {
    Budget(
      linf: epsilon, steps: options.steps, queries: 2 * options.steps, gradients: options.steps,
      settings: [.init("step_size", .number(options.stepSize)), .init("start", .word(options.start.rawValue))])
  }

  package func craft(_ task: AttackTask, asking reader: GradientKnowledge) throws -> Tensor {
    let reach = EightBitLevels.levels(within: epsilon)
    let step = Float(min(options.stepSize * 255, Double(reach)))
    var crafted = task.images
    var rolling = RollingBatch(of: 0..<task.count, capacity: task.batchSize) { image in
      SignDescent(
        from: task.images[item: image], reach: reach, stream: options.start == .random ? task.streams[image] : nil)
    }
    var batch = task.room(for: 0)
    while !rolling.isEmpty {
      if batch.count != rolling.states.count { batch = task.room(for: rolling.states.count) }
      for row in rolling.states.indices { rolling.states[row].write(to: &batch, row: row) }
      let answer = try reader.vectorJacobianProducts(on: batch, images: rolling.images) { logits in
        let ascent = rolling.images.enumerated().flatMap { row, image in
          task.goals[image].ascent(at: logits[item: row])
        }
        return [Tensor(shape: logits.shape, elements: ascent)]
      }
      let met = try met(rolling, batch: batch, logits: answer.logits, task: task, asking: reader)
      for row in rolling.states.indices {
        if met.contains(row) {
          rolling.states[row].isDone = true
        } else {
          rolling.states[row].move(along: answer.products[0], row: row, by: step)
          rolling.states[row].isDone = rolling.states[row].stepsTaken == options.steps
        }
      }
      rolling.retire(where: \.isDone) { $1.write(to: &crafted, row: $0) }
    }
    return crafted
  }

  /// The rows that are read as wanted, where a step was taken or the start drawn: the clean picture is not asked about.
  private func met(
    _ rolling: RollingBatch<SignDescent>, batch: Tensor, logits: Tensor, task: AttackTask,
    asking reader: GradientKnowledge
  ) throws -> Set<Int> {
    let rows = rolling.states.indices.filter { options.start == .random || rolling.states[$0].stepsTaken > 0 }
    return try task.rows(rows, of: batch, images: rolling.images, meetTheirGoals: logits, asking: reader)
  }
}

/// One image's way through the ball, in 8-bit levels.
private struct SignDescent {
  /// Where the image stands, between levels.
  private var position: [Float]
  /// The ends of the ball and of the box, for each value.
  private let lowest: [Float]
  private let highest: [Float]
  private(set) var stepsTaken = 0
  var isDone = false

  /// - Parameters:
  ///   - values: the clean picture, in [0, 1].
  ///   - reach: the ball's radius in levels.
  ///   - stream: draws the start; nil starts at the picture.
  init(from values: ArraySlice<Float>, reach: Int, stream: RandomStream?) {
    let clean = values.map { ($0 * 255).rounded() }
    lowest = clean.map { max(0, $0 - Float(reach)) }
    highest = clean.map { min(255, $0 + Float(reach)) }
    position = clean
    guard var stream else { return }
    for index in position.indices {
      let start = clean[index] + Float(stream.index(below: 2 * reach + 1) - reach)
      position[index] = min(max(start, lowest[index]), highest[index])
    }
  }

  /// Moves every value by `step` along the sign of its gradient, and back into ball and box.
  mutating func move(along gradients: Tensor, row: Int, by step: Float) {
    stepsTaken += 1
    let count = position.count
    gradients.elements.withUnsafeBufferPointer { all in
      let gradient = UnsafeBufferPointer(rebasing: all[row * count..<(row + 1) * count])
      position.withUnsafeMutableBufferPointer { position in
        lowest.withUnsafeBufferPointer { lowest in
          highest.withUnsafeBufferPointer { highest in
            for index in 0..<count {
              let sign: Float = (gradient[index] > 0 ? 1 : 0) - (gradient[index] < 0 ? 1 : 0)
              position[index] = min(max(position[index] + sign * step, lowest[index]), highest[index])
            }
          }
        }
      }
    }
  }

  /// Writes the picture as 8 bits hold it, in [0, 1].
  func write(to batch: inout Tensor, row: Int) {
    let count = position.count
    batch.elements.withUnsafeMutableBufferPointer { all in
      position.withUnsafeBufferPointer { position in
        // Through an integer: it is the nearest level, and one instruction.
        for index in 0..<count { all[row * count + index] = Float(Int32(position[index] + 0.5)) / 255 }
      }
    }
  }
}
