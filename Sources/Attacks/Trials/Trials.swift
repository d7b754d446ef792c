import Groundwork

/// One image's trials: what was best so far, what is tried next, and how large the next patch is.
package struct Trials: DecisionWalk {
  /// The best picture so far: the clean one until a trial meets the goal.
  private var best: [UInt8]
  /// The picture whose decision is asked for next.
  private var proposal: [UInt8]

  private let clean: [UInt8]
  private let frame: PatchFrame
  private let trials: Int
  private var stream: RandomStream
  private var tried = 0
  private var hasMetGoal = false
  private var side: Int
  private var misses = 0

  /// After so many trials in a row that did not hold, patches shrink by a third.
  private static let patience = 8
  /// After so many, single values are as good as they get.
  private static let mostMisses = 400

  /// - Parameter trials: at least 1.
  init(clean: [UInt8], frame: PatchFrame, trials: Int, stream: RandomStream) {
    self.clean = clean
    self.frame = frame
    self.trials = trials
    self.stream = stream
    best = clean
    proposal = clean
    side = max(frame.width, frame.height) / 2
    propose()
  }

  package var isDone: Bool {
    tried == trials || (hasMetGoal && (misses >= Trials.mostMisses || best == clean))
  }

  package func write(_ picture: Int, to values: UnsafeMutableBufferPointer<Float>) {
    EightBitLevels.write(proposal, to: values)
  }

  package func writeResult(to values: UnsafeMutableBufferPointer<Float>) { EightBitLevels.write(best, to: values) }

  /// Keeps the proposal if the decision holds, and makes the next one.
  package mutating func step(_ meetGoal: [Bool]) {
    tried += 1
    if meetGoal[0] {
      best = proposal
      hasMetGoal = true
      misses = 0
    } else if hasMetGoal {
      misses += 1
      if misses.isMultiple(of: Trials.patience) { side = max(1, side * 2 / 3) }
    }
    if !isDone { propose() }
  }

  private mutating func propose() {
    if hasMetGoal {
      proposal = best
      revert()
    } else {
      proposal = clean
      disturb()
    }
  }

  /// Random changes whose size grows over the first half of the trials: a few patches of one colour, patches of noise,
  /// or noise everywhere.
  private mutating func disturb() {
    let size = min(1, Float(tried + 1) / Float(max(1, trials / 2)))
    switch stream.index(below: 3) {
    case 0:
      for _ in 0...stream.index(below: 1 + Int(6 * size)) {
        let color = (0..<3).map { _ in UInt8(stream.index(below: 256)) }
        for value in frame.values(of: patch(largest: size)) { proposal[value] = color[value / frame.area] }
      }
    case 1:
      for value in frame.values(of: patch(largest: size)) { proposal[value] = UInt8(stream.index(below: 256)) }
    default:
      for value in proposal.indices {
        let change = Int((stream.uniform(in: -1..<1) * size * 255).rounded())
        proposal[value] = UInt8(min(max(Int(proposal[value]) + change, 0), 255))
      }
    }
  }

  private mutating func patch(largest size: Float) -> PatchFrame.Patch {
    let longest = max(frame.width, frame.height)
    let limit = max(1, Int(size * Float(longest)))
    let (width, height) = (1 + stream.index(below: limit), 1 + stream.index(below: limit))
    return frame.patch(
      width: width, height: height, centerX: stream.index(below: frame.width),
      centerY: stream.index(below: frame.height))
  }

  /// Puts a patch around a value that differs back to the clean picture, or half of the way, or at the smallest size
  /// that value alone.
  private mutating func revert() {
    guard let changed = changedValue() else { return }
    let pixel = changed % frame.area
    let isHalfway = stream.index(below: 4) == 0
    let isAlone = side == 1 && stream.index(below: 2) == 0
    let patch = frame.patch(
      width: side, height: side, centerX: pixel % frame.width, centerY: pixel / frame.width)
    let values = isAlone ? [changed] : Array(frame.values(of: patch))
    for value in values {
      let difference = Int(proposal[value]) - Int(clean[value])
      proposal[value] = UInt8(Int(clean[value]) + (isHalfway ? difference / 2 : 0))
    }
  }

  /// The first value from a random place on, round the end, that differs from the clean picture.
  private mutating func changedValue() -> Int? {
    let start = stream.index(below: best.count)
    let count = best.count
    for step in 0..<count where best[(start + step) % count] != clean[(start + step) % count] {
      return (start + step) % count
    }
    return nil
  }
}
