import Testing

@testable import Networks

struct EvaluationTallyTests {
  /// True class down, read class across, the last column rejected:
  ///
  ///     5 2 1 | 0
  ///     1 6 0 | 1
  ///     0 0 0 | 0
  private var tally: EvaluationTally {
    var tally = EvaluationTally(classCount: 3)
    let rows: [[Int]] = [[5, 2, 1, 0], [1, 6, 0, 1], [0, 0, 0, 0]]
    for (label, row) in rows.enumerated() {
      for (reading, images) in row.enumerated() {
        for _ in 0..<images { tally.count(label: label, reading: reading < 3 ? reading : nil) }
      }
    }
    return tally
  }

  @Test func figuresFollowFromTheMatrix() {
    #expect(tally.images == 16)
    #expect(tally.accuracy == 11.0 / 16)
    #expect(tally.precision(of: 0) == 5.0 / 6)
    #expect(tally.sensitivity(of: 0) == 5.0 / 8)
    #expect(tally.specificity(of: 0) == 7.0 / 8)
    #expect(tally.precision(of: 1) == 6.0 / 8)
    #expect(tally.sensitivity(of: 1) == 6.0 / 8)
    #expect(tally.specificity(of: 1) == 6.0 / 8)
    #expect(tally.images(of: 1, readAs: nil) == 1)
  }

  @Test func whatHasNoImagesHasNoFigure() {
    #expect(tally.sensitivity(of: 2) == nil)
    #expect(tally.precision(of: 2) == 0)
    #expect(tally.specificity(of: 2) == 15.0 / 16)
    let empty = EvaluationTally(classCount: 2)
    #expect(empty.accuracy == nil)
    #expect(empty.precision(of: 0) == nil)
    #expect(empty.specificity(of: 0) == nil)
    #expect(empty.worstConfusions(5).isEmpty)
  }

  @Test func confusionsComeWorstFirstAndThenByClass() {
    let expected = [(0, 1, 2), (0, 2, 1), (1, 0, 1)].map { EvaluationTally.Confusion(from: $0, to: $1, images: $2) }
    #expect(tally.worstConfusions(10) == expected)
    #expect(tally.worstConfusions(1) == Array(expected.prefix(1)))
  }
}
