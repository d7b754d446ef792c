import Groundwork
import Synchronization
import Testing

@Suite struct ConcurrentLoopTests {
  @Test(arguments: [1, 2, 7, 64], [0, 1, 2, 63, 1_000])
  func everyPieceRunsOnce(threads: Int, count: Int) {
    let calls = Mutex([Int](repeating: 0, count: count))
    let workers = Mutex(Set<Int>())
    ConcurrentLoop(threads: threads).perform(count) { piece, worker in
      calls.withLock { $0[piece] += 1 }
      workers.withLock { _ = $0.insert(worker) }
    }
    #expect(calls.withLock { $0 } == [Int](repeating: 1, count: count))
    #expect(workers.withLock { $0.isSubset(of: Set(0..<threads)) })
  }

  @Test(arguments: [1, 2, 7, 64])
  func stagesRunOneAfterAnother(threads: Int) {
    let counts = [5, 0, 0, 1, 300, 0, 2]
    let log = Mutex<[(stage: Int, piece: Int)]>([])
    ConcurrentLoop(threads: threads).perform(stages: counts.count, pieces: { counts[$0] }) { stage, piece, _ in
      log.withLock { $0.append((stage, piece)) }
    }
    let calls = log.withLock { $0 }
    #expect(calls.map(\.stage) == counts.indices.flatMap { [Int](repeating: $0, count: counts[$0]) })
    for stage in counts.indices {
      #expect(calls.filter { $0.stage == stage }.map(\.piece).sorted() == Array(0..<counts[stage]))
    }
  }

  @Test(arguments: [1, 2, 7, 64])
  func aStageSeesWhatTheOneBeforeItWrote(threads: Int) {
    // Each stage adds its neighbours' values; unfinished stages or unseen writes would change the sums.
    let rows = Mutex([[Int]](repeating: [Int](repeating: 1, count: 40), count: 21))
    ConcurrentLoop(threads: threads).perform(stages: 20, pieces: { _ in 40 }) { stage, piece, _ in
      let before = rows.withLock { $0[stage] }
      let sum = (before[piece] + before[(piece + 1) % 40]) % 1_000_003
      rows.withLock { $0[stage + 1][piece] = sum }
    }
    #expect(rows.withLock { $0[20] } == [Int](repeating: (1 << 20) % 1_000_003, count: 40))
  }

  @Test(arguments: [2, 7])
  func aWorkerIsNeverInTwoPiecesAtOnce(threads: Int) {
    let busy = Mutex([Bool](repeating: false, count: threads))
    let clashes = Atomic<Int>(0)
    ConcurrentLoop(threads: threads).perform(2_000) { _, worker in
      let taken = busy.withLock { state in
        defer { state[worker] = true }
        return state[worker]
      }
      if taken { clashes.add(1, ordering: .relaxed) }
      busy.withLock { $0[worker] = false }
    }
    #expect(clashes.load(ordering: .relaxed) == 0)
  }

  @Test func loopsMayStandInsideLoops() {
    let total = Atomic<Int>(0)
    let loop = ConcurrentLoop(threads: 3)
    loop.perform(5) { _, _ in
      loop.perform(7) { _, _ in total.add(1, ordering: .relaxed) }
    }
    #expect(total.load(ordering: .relaxed) == 35)
  }

  @Test func fewerThanOneThreadIsOne() {
    #expect(ConcurrentLoop(threads: 0).threads == 1)
    #expect(ConcurrentLoop(threads: -3).threads == 1)
    #expect(ConcurrentLoop.allCores.threads >= 1)
  }
}
