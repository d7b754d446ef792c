import Dispatch
import Foundation
import Synchronization

/// Runs independent pieces of work on several threads: the only door to Dispatch's concurrent loop in the package.
///
/// What a piece computes must not depend on which thread runs it or on how many there are; callers cut the work the
/// same way for every `threads`, so results have the same bits with 1 thread or 64.
package struct ConcurrentLoop: Sendable {
  /// How many workers share the pieces, at least 1.
  package let threads: Int

  /// - Parameter threads: how many workers; values below 1 count as 1.
  package init(threads: Int) {
    self.threads = max(1, threads)
  }

  /// One worker for each processor that is active.
  package static let allCores = ConcurrentLoop(threads: ProcessInfo.processInfo.activeProcessorCount)

  /// Calls `body(piece, worker)` once for every piece in `0..<count`; `worker` is below `threads` and no two calls
  /// that run at the same time share it, so it can name a scratch buffer.
  package func perform(_ count: Int, _ body: @Sendable (_ piece: Int, _ worker: Int) -> Void) {
    perform(stages: 1, pieces: { _ in count }, { _, piece, worker in body(piece, worker) })
  }

  /// Runs stages one after another, each cut into pieces: stage `s + 1` starts when every piece of `s` has ended.
  ///
  /// The workers enter Dispatch once for all stages and pass from stage to stage on an atomic counter, so a stage costs
  /// no queue hop and no lock. A piece is claimed only by a worker that is running, so it makes progress even when
  /// Dispatch gives fewer threads than asked for.
  ///
  /// - Parameters:
  ///   - stages: how many stages.
  ///   - pieces: how many pieces the stage has; called by every worker, so it must be cheap and constant.
  ///   - body: the work of one piece, given `(stage, piece, worker)`.
  package func perform(
    stages: Int, pieces: @Sendable (_ stage: Int) -> Int,
    _ body: @Sendable (_ stage: Int, _ piece: Int, _ worker: Int) -> Void
  ) {
    if threads == 1 || (stages == 1 && pieces(0) <= 1) {
      for stage in 0..<stages {
        for piece in 0..<pieces(stage) { body(stage, piece, 0) }
      }
      return
    }
    let board = Board()
    DispatchQueue.concurrentPerform(iterations: threads) { worker in
      board.work(stages: stages, pieces: pieces) { body($0, $1, worker) }
    }
  }
}

/// Where workers claim pieces and see a stage end.
///
/// `position` packs the stage (high 32 bits) and the next piece (low 32 bits); `finished` counts ended pieces of the
/// current stage.
private final class Board: Sendable {
  private let position = Atomic<UInt64>(0)
  private let finished = Atomic<Int>(0)

  func work(stages: Int, pieces: (Int) -> Int, _ body: (Int, Int) -> Void) {
    var spins = 0
    while true {
      let seen = position.load(ordering: .acquiring)
      let stage = Int(seen >> 32)
      if stage >= stages { return }
      let piece = Int(seen & 0xFFFF_FFFF)
      let count = pieces(stage)
      if count == 0 {
        _ = position.compareExchange(
          expected: seen, desired: UInt64(stage + 1) << 32, ordering: .acquiringAndReleasing)
        continue
      }
      if piece >= count {
        spins += 1
        if spins > 2_000 { sched_yield() }
        continue
      }
      guard position.compareExchange(expected: seen, desired: seen + 1, ordering: .acquiringAndReleasing).exchanged
      else { continue }
      spins = 0
      body(stage, piece)
      if finished.add(1, ordering: .acquiringAndReleasing).newValue == count {
        finished.store(0, ordering: .relaxed)
        position.store(UInt64(stage + 1) << 32, ordering: .releasing)
      }
    }
  }
}
