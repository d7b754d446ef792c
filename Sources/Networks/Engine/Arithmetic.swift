/// With which instructions, and by which algorithm for convolutions, a network is computed.
///
/// Every choice gives the same scores but for rounding; each gives its own bits.
package struct Arithmetic: Sendable, Hashable {
  package var kernel: KernelChoice
  package var algorithm: ConvolutionAlgorithm

  package init(kernel: KernelChoice = .automatic, algorithm: ConvolutionAlgorithm = .automatic) {
    self.kernel = kernel
    self.algorithm = algorithm
  }
}
