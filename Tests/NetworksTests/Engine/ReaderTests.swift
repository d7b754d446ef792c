import Groundwork
import Networks
import TestSupport
import Testing

/// The reader against the naive loops.
@Suite struct ReaderTests {
  @Test(arguments: SmallNetworks.graphs, Arithmetic.available)
  func scoresAndGradientsAreThoseOfTheNaiveLoops(_ network: SmallNetworks.GraphCase, _ arithmetic: Arithmetic) throws {
    let value = try SmallNetworks.random(network.graph)
    let reader = NetworkReader(value, loop: ConcurrentLoop(threads: 2), arithmetic: arithmetic)
    let batch = SmallNetworks.images(3, for: network.graph)
    let weighting = SmallNetworks.weighting([3, reader.classCount])
    let (scores, products) = try reader.vectorJacobianProducts(on: batch) { [$0, weighting] }
    let naive = NaiveNetwork(value)
    #expect(relativeDifference(scores.elements, naive.logits(batch)) < 1e-5)
    let own = naive.gradients(batch, weighting: scores.elements.map(Double.init)).images
    #expect(relativeDifference(products[0].elements, own) < 2e-5)
    let drawn = naive.gradients(batch, weighting: weighting.elements.map(Double.init)).images
    #expect(relativeDifference(products[1].elements, drawn) < 2e-5)
  }

  @Test(arguments: [1, 3, 5, 17, 43], [1, 3, 5])
  func convolutionsOfEveryShapeAreThoseOfTheNaiveLoops(_ input: Int, _ kernel: Int) throws {
    for output in [1, 3, 5, 17, 43] {
      for stride in [1, 2] {
        for padding in [0, 1, 2] {
          let architecture = SmallNetworks.convolutionOnly(
            input: input, output: output, kernel: kernel, stride: stride, padding: padding)
          let network = SmallNetworks.random(architecture)
          let batch = SmallNetworks.images(1, for: architecture)
          let naive = NaiveNetwork(network)
          let expected = naive.logits(batch)
          let weighting = SmallNetworks.weighting([1, expected.count])
          let gradient = naive.gradients(batch, weighting: weighting.elements.map(Double.init)).images
          for choice in KernelChoice.available {
            let reader = NetworkReader(
              network, loop: ConcurrentLoop(threads: 1), arithmetic: Arithmetic(kernel: choice))
            let (scores, products) = try reader.vectorJacobianProducts(on: batch) { _ in [weighting] }
            let name = "\(input) to \(output), kernel \(kernel), stride \(stride), padding \(padding), \(choice)"
            #expect(relativeDifference(scores.elements, expected) < 1e-5, "\(name)")
            #expect(relativeDifference(products[0].elements, gradient) < 1e-5, "\(name)")
          }
        }
      }
    }
  }

  @Test func gradientsAreThoseOfFiniteDifferences() throws {
    // Of the naive loops, which are exact enough for differences; the reader is compared with them above.
    for network in SmallNetworks.graphs {
      var batch = SmallNetworks.images(1, for: network.graph)
      let naive = NaiveNetwork(try SmallNetworks.random(network.graph))
      let weighting = SmallNetworks.weighting([naive.logits(batch).count]).elements.map(Double.init)
      let gradient = naive.gradients(batch, weighting: weighting).images
      for index in stride(from: 0, to: batch.elements.count, by: 37) {
        let (value, step) = (batch.elements[index], Float(0x1p-12))
        func sum(at shifted: Float) -> Double {
          batch.elements[index] = shifted
          return zip(naive.logits(batch), weighting).reduce(0) { $0 + $1.0 * $1.1 }
        }
        let difference = (sum(at: value + step) - sum(at: value - step)) / (Double(value + step) - Double(value - step))
        batch.elements[index] = value
        #expect(abs(difference - gradient[index]) < 2e-2 * (1 + abs(gradient[index])), "\(network.name) \(index)")
      }
    }
  }

  @Test func theLowestClassWinsATie() throws {
    let architecture = SmallNetworks.convolutionOnly(input: 3, output: 2, kernel: 1, stride: 1, padding: 0)
    var network = SmallNetworks.random(architecture)
    for (name, tensor) in network.tensors { network.tensors[name] = Tensor(shape: tensor.shape) }
    let reader = NetworkReader(network, loop: ConcurrentLoop(threads: 1))
    #expect(try reader.decisions(on: SmallNetworks.images(2, for: architecture)) == [0, 0])
  }
}
