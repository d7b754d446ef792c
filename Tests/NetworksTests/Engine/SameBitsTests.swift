import Groundwork
import TestSupport
import Testing

@testable import Networks

/// The number of threads, the batch and the place in it change no bit.
@Suite struct SameBitsTests {
  @Test(arguments: SmallNetworks.graphs, [ConvolutionAlgorithm.direct, .winograd2, .winograd4])
  func scoresAndGradientsAreTheSameWithEveryNumberOfThreads(
    _ network: SmallNetworks.GraphCase, _ algorithm: ConvolutionAlgorithm
  ) throws {
    let arithmetic = Arithmetic(algorithm: algorithm)
    let value = try SmallNetworks.random(network.graph)
    for count in [1, 3, 9] {
      let batch = SmallNetworks.images(count, for: network.graph)
      let answers = try [1, 2, 7].map { threads in
        try NetworkReader(value, loop: ConcurrentLoop(threads: threads), arithmetic: arithmetic)
          .vectorJacobianProducts(on: batch) { [$0] }
      }
      for answer in answers.dropFirst() {
        #expect(answer.logits == answers[0].logits)
        #expect(answer.products == answers[0].products)
      }
    }
  }

  @Test(arguments: SmallNetworks.graphs, [ConvolutionAlgorithm.direct, .winograd2, .winograd4])
  func anImageReadsTheSameAloneAndInABatch(
    _ network: SmallNetworks.GraphCase, _ algorithm: ConvolutionAlgorithm
  ) throws {
    let reader = try NetworkReader(
      SmallNetworks.random(network.graph), loop: ConcurrentLoop(threads: 2),
      arithmetic: Arithmetic(algorithm: algorithm))
    let batch = SmallNetworks.images(41, for: network.graph)
    let together = try reader.vectorJacobianProducts(on: batch) { [$0] }
    #expect(try reader.logits(on: batch) == together.logits)
    for index in [0, 5, 17, 40] {
      let alone = try reader.vectorJacobianProducts(on: batch.gathering([index])) { [$0] }
      #expect(alone.logits.elements == Array(together.logits[item: index]))
      #expect(alone.products[0].elements == Array(together.products[0][item: index]))
    }
  }

  @Test func aBatchTooLargeForItsRecordsGivesTheSame() throws {
    let architecture = SmallNetworks.cases[3].architecture
    let reader = NetworkReader(SmallNetworks.random(architecture), loop: ConcurrentLoop(threads: 2))
    let batch = SmallNetworks.images(reader.recordedImages + 100, for: architecture)
    let together = try reader.vectorJacobianProducts(on: batch) { [$0] }
    let part = try reader.vectorJacobianProducts(
      on: batch.gathering(Array(reader.recordedImages..<reader.recordedImages + 100))
    ) { [$0] }
    #expect(Array(together.products[0].elements.suffix(part.products[0].elements.count)) == part.products[0].elements)
  }

  @Test func severalThreadsMayAskOneReader() async throws {
    let architecture = SmallNetworks.cases[0].architecture
    let reader = NetworkReader(SmallNetworks.random(architecture), loop: ConcurrentLoop(threads: 2))
    let batch = SmallNetworks.images(5, for: architecture)
    let expected = try reader.logits(on: batch)
    try await withThrowingTaskGroup(of: Tensor.self) { group in
      for _ in 0..<8 { group.addTask { try reader.logits(on: batch) } }
      for try await scores in group { #expect(scores == expected) }
    }
  }
}
