import ArgumentParser
import Networks

/// With which instructions the network is computed.
struct KernelOptions: ParsableArguments {
  @Option(help: "The instructions to compute with: \(KernelOptions.words(KernelChoice.allCases)).")
  var kernel = KernelChoice.automatic

  func validate() throws {
    guard kernel == .automatic || KernelChoice.available.contains(kernel) else {
      throw ValidationError(
        "--kernel is \(kernel.rawValue), which this processor or build lacks; there are "
          + KernelOptions.words([.automatic] + KernelChoice.available) + ".")
    }
  }

  fileprivate static func words(_ choices: [some RawRepresentable<String>]) -> String {
    choices.map(\.rawValue).joined(separator: ", ")
  }
}

/// With which instructions and by which algorithm the network is computed.
struct ArithmeticOptions: ParsableArguments {
  @OptionGroup var instructions: KernelOptions

  @Option(help: "How convolutions are computed: \(KernelOptions.words(ConvolutionAlgorithm.allCases)).")
  var algorithm = ConvolutionAlgorithm.automatic

  var choice: Arithmetic { Arithmetic(kernel: instructions.kernel, algorithm: algorithm) }
}

extension KernelChoice: ExpressibleByArgument {}
extension ConvolutionAlgorithm: ExpressibleByArgument {}
