import Groundwork
import TestSupport
import Testing

@testable import Networks

/// Into which steps nodes are fused, what memory they share, and how many images take them together.
struct ScheduleTests {
  private func program(_ network: Network, _ algorithm: ConvolutionAlgorithm = .winograd4) -> InferenceProgram {
    InferenceProgram(network, kernels: Kernels(required: .portable), algorithm: algorithm)
  }

  @Test func theShippedNetworkHasNineStepsAndFewerBuffersThanValues() {
    let program = program(SmallNetworks.random(.standard(classNames: (0..<43).map { "class \($0)" })))
    #expect(
      program.steps.map(\.name) == [
        "conv1", "conv2", "conv3", "conv4", "conv5", "conv6", "flatten", "dense1", "dense2",
      ])
    #expect(program.steps.map(\.relu) == [true, true, true, true, true, true, false, true, false])
    #expect(program.valueBuffers.counts.count < 10)
    #expect(program.steps.allSatisfy { $0.operands.allSatisfy { !$0.addsToGradient && $0.completesGradient } })
    // A chain may change the number of images behind every step.
    #expect(program.sections.map(\.together) == program.sections.map(\.together).sorted())
    #expect(program.sections.count > 1)
  }

  @Test func anAdditionStartsFromWhatIsThere() throws {
    let network = try SmallNetworks.random(FiguredGraphs.residual())
    let steps = program(network).steps
    #expect(steps.map(\.name) == ["stem", "a", "b", "c", "d", "around", "mean", "scores"])
    #expect(steps.map { $0.operands.map(\.value) } == [[0], [1], [2, 1], [3], [4], [3, 5], [6], [7]])
    #expect(steps.map(\.relu) == [true, true, true, true, false, true, false, false])
    // The values that two steps read are those in front of each block; the later reader comes first on the way back.
    #expect(steps[2].operands.map(\.addsToGradient) == [false, false])
    #expect(steps[1].operands.map(\.addsToGradient) == [true])
    #expect(steps[1].operands.map(\.completesGradient) == [true])
    #expect(steps[5].operands.map(\.completesGradient) == [false, true])
  }

  @Test func whatNobodyNeedsIsNoStep() throws {
    let graph = try #require(SmallNetworks.graphs.first { $0.name == "values read twice" }).graph
    let names = program(try SmallNetworks.random(graph)).steps.map(\.name)
    #expect(!names.contains("unneeded") && !names.contains("dropout"))
    #expect(graph.nodes.contains { $0.name == "unneeded" })
  }

  /// A small convolution, a skip around one whose weights outgrow the cache, and another large one.
  @Test func aSectionEndsOnlyWhereOneValueLives() throws {
    var graph = try Graph(GraphTests.contract(height: 4, width: 4))
    func convolution(_ input: Int, _ output: Int) -> Graph.Operation {
      .convolution(ConvolutionShape(input: input, output: output, kernel: 3, stride: 1, padding: 1), hasBias: false)
    }
    var x = try graph.append(convolution(3, 96), graph.inputValue, named: "first")
    let y = try graph.append(convolution(96, 20), x, named: "down")
    let z = try graph.append(convolution(20, 96), y, named: "up")
    x = try graph.append(.join, z, x, named: "join")
    x = try graph.append(convolution(192, 96), x, named: "large")
    x = try graph.append(.globalAveragePool, x, named: "mean")
    let program = program(try SmallNetworks.random(graph), .direct)
    #expect(program.sections.map(\.steps) == [0..<1, 1..<4, 4..<6])
    #expect(program.sections.map(\.together) == [1, 4, 16])
    let network = try SmallNetworks.random(graph)
    let batch = SmallNetworks.images(37, for: graph)
    let naive = NaiveNetwork(network)
    let weighting = SmallNetworks.weighting([37, 96])
    let reader = NetworkReader(
      network, loop: ConcurrentLoop(threads: 2), arithmetic: Arithmetic(algorithm: .direct))
    let (scores, products) = try reader.vectorJacobianProducts(on: batch) { _ in [weighting] }
    #expect(relativeDifference(scores.elements, naive.logits(batch)) < 1e-5)
    let expected = naive.gradients(batch, weighting: weighting.elements.map(Double.init)).images
    #expect(relativeDifference(products[0].elements, expected) < 2e-5)
  }

  @Test func tenantsOfOneBufferDoNotMeet() {
    var stream = RandomStream(seed: 3, name: "tenants")
    for _ in 0..<200 {
      let tenants = (0..<12).map { _ in
        let start = stream.index(below: 10) - 1
        return SharedBuffers.Tenant(
          plane: Plane(
            height: 1 + stream.index(below: 2), width: 3, channels: 2, halo: stream.index(below: 2)),
          images: 1 + stream.index(below: 3), lifetime: start...start + 1 + stream.index(below: 4))
      }
      let shared = SharedBuffers(tenants)
      for (index, one) in tenants.enumerated() {
        #expect(shared.counts[shared.buffers[index]] >= one.plane.count * one.images)
        for (other, two) in tenants.enumerated().dropFirst(index + 1)
        where shared.buffers[index] == shared.buffers[other] {
          #expect(!one.lifetime.overlaps(two.lifetime))
          #expect(one.plane == two.plane || (one.plane.halo == 0 && two.plane.halo == 0))
        }
      }
    }
  }

  @Test func valuesThatFollowEachOtherShareTwoBuffers() {
    let plane = Plane(height: 4, width: 4, channels: 8)
    let shared = SharedBuffers(
      (0..<9).map { SharedBuffers.Tenant(plane: plane, images: 1, lifetime: $0 - 1...$0) })
    #expect(shared.buffers == [0, 1, 0, 1, 0, 1, 0, 1, 0])
    #expect(shared.counts == [128, 128])
  }
}
