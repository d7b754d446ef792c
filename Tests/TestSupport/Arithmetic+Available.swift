import Networks

extension Arithmetic {
  /// Every instruction set of this processor with every algorithm.
  package static let available: [Arithmetic] = KernelChoice.available.flatMap { kernel in
    ConvolutionAlgorithm.allCases.map { Arithmetic(kernel: kernel, algorithm: $0) }
  }
}
