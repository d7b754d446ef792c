import Testing

@testable import Experiments

@Suite struct DistributionTests {
  @Test func quantilesLieBetweenNeighbours() {
    let values = Distribution([4, 1, 3, 2, 5])
    #expect(values.quantile(0) == 1)
    #expect(values.quantile(0.5) == 3)
    #expect(values.quantile(0.9) == 4.6)
    #expect(values.quantile(1) == 5)
    #expect(Distribution([7]).quantile(0.95) == 7)
  }

  @Test func distanceIsTheLargestGapBetweenTheShares() {
    let values = Distribution([1, 2, 3, 4])
    #expect(values.distance(to: values) == 0)
    #expect(values.distance(to: Distribution([5, 6])) == 1)
    #expect(Distribution([5, 6]).distance(to: values) == 1)
    // At 2: half of one, none of the other; at 3 three quarters and two thirds.
    #expect(values.distance(to: Distribution([3, 3, 4])) == 0.5)
    // Equal values count together, however many there are on each side.
    #expect(Distribution([1, 1, 1, 2]).distance(to: Distribution([1, 2])) == 0.25)
  }

  @Test func sharesAddUpAndEndsHoldWhatIsOutside() {
    #expect(Distribution([-9, 0.1, 0.4, 0.6, 9]).shares(in: 0...1, parts: 2) == [0.6, 0.4])
    #expect(Distribution([1, 1]).shares(in: 1...1, parts: 3) == [1, 0, 0])
  }

  @Test func elementsAreSpreadEvenly() {
    #expect(Array(0..<10).spreadEvenly(4) == [0, 2, 5, 7])
    #expect([1, 2].spreadEvenly(8) == [1, 2])
  }
}
