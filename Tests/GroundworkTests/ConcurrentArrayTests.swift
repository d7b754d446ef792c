import Groundwork
import Synchronization
import Testing

@Suite struct ConcurrentArrayTests {
  @Test(arguments: [1, 2, 7, 64], [0, 1, 2, 63, 1_000])
  func resultsStandInTheOrderOfTheirPieces(threads: Int, count: Int) {
    let words = ConcurrentLoop(threads: threads).map(count) { "piece \($0)" }
    #expect(words == (0..<count).map { "piece \($0)" })
  }

  @Test(arguments: [1, 2, 7])
  func theFirstFailureInOrderIsThrownAndEveryPieceRuns(threads: Int) {
    let calls = Atomic<Int>(0)
    #expect(throws: Odd(piece: 5)) {
      _ = try ConcurrentLoop(threads: threads).map(40) { (piece) throws(Odd) -> String in
        calls.add(1, ordering: .relaxed)
        if piece >= 5 && piece % 2 == 1 { throw Odd(piece: piece) }
        return "fine"
      }
    }
    #expect(calls.load(ordering: .relaxed) == 40)
  }

  @Test(arguments: [1, 2, 7, 64], [0, 1, 63, 1_000])
  func everyElementIsChangedOnce(threads: Int, count: Int) {
    var words = (0..<count).map { "\($0)" }
    ConcurrentLoop(threads: threads).forEach(in: &words) { word, index in word += "+\(index)" }
    #expect(words == (0..<count).map { "\($0)+\($0)" })
  }

  @Test func anArrayThatIsSharedKeepsItsElements() {
    let before = [1, 2, 3]
    var after = before
    ConcurrentLoop(threads: 2).forEach(in: &after) { value, _ in value *= 10 }
    #expect(before == [1, 2, 3])
    #expect(after == [10, 20, 30])
  }

  @Test(arguments: [1, 3, 8])
  func everyPieceHasItsWorkersScratch(threads: Int) {
    var values = Array(0..<500)
    var visited = [Set<Int>](repeating: [], count: threads)
    ConcurrentLoop(threads: threads).forEach(in: &values, scratch: &visited) { value, visited, index in
      visited.insert(index)
      value += 1
    }
    #expect(values == Array(1...500))
    #expect(visited.reduce(0) { $0 + $1.count } == 500)
    #expect(visited.reduce(into: Set()) { $0.formUnion($1) } == Set(0..<500))
  }

  @Test(arguments: [1, 2, 7], [1, 3, 12])
  func chunksAreTheArraysPartsInOrder(threads: Int, chunk: Int) {
    var values = Array(0..<144)
    ConcurrentLoop(threads: threads).forEach(in: &values, chunk: chunk) { elements, index in
      #expect(elements.count == chunk)
      #expect(elements.first == index * chunk)
      for at in elements.indices { elements[at] = index }
    }
    #expect(values == (0..<144).map { $0 / chunk })
  }

  @Test func nothingIsCutIntoNoChunks() {
    var nothing: [Float] = []
    ConcurrentLoop(threads: 2).forEach(in: &nothing, chunk: 4) { _, _ in Issue.record("there is no chunk") }
    #expect(nothing.isEmpty)
  }
}

/// What an odd piece throws.
private struct Odd: Error, Equatable {
  let piece: Int
}
