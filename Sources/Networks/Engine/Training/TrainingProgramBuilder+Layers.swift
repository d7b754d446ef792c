extension TrainingProgramBuilder {
  func appendConvolution(
    _ name: String, _ shape: ConvolutionShape, hasBias: Bool, from input: TrainingActivation, passesGradientOn: Bool,
    to output: TrainingActivation
  ) {
    let convolution = ConvolutionTraining(
      algorithm.prepare(shape, input: input.plane, output: output.plane, kernels: kernels), from: input, to: output,
      passesGradientOn: passesGradientOn, weights: entry("\(name).weight"),
      bias: hasBias ? entry("\(name).bias") : nil, cut: cut, workers: workers, batch: batch)
    preparations.append(convolution.prepare)
    for first in stride(from: 0, to: shape.output, by: ConvolutionTraining.collected) {
      collections.append {
        convolution.collect(first..<min(first + ConvolutionTraining.collected, shape.output))
      }
    }
    append(convolution)
  }

  func appendLinear(
    _ name: String, _ shape: ConvolutionShape, hasBias: Bool, from input: TrainingActivation, passesGradientOn: Bool,
    to output: TrainingActivation
  ) {
    let linear = LinearTraining(
      PackedProduct(shape, kernels: kernels), from: input, to: output, passesGradientOn: passesGradientOn,
      weights: entry("\(name).weight"), bias: hasBias ? entry("\(name).bias") : nil, batchSize: batchSize,
      workers: workers, batch: batch)
    preparations.append(linear.prepare)
    // It takes the whole batch at once, both ways.
    for activation in [input, output] {
      activation.keepValues()
      activation.keepGradient()
    }
    append(linear)
  }

  func appendNorm(
    _ name: String, epsilon: Float, relu: Bool, from input: TrainingActivation, to output: TrainingActivation
  ) {
    let norm = NormTraining(
      name: name, epsilon: epsilon, relu: relu, from: input, to: output, layout: layout, kernels: kernels, cut: cut,
      workers: workers, batch: batch)
    preparations.append(norm.prepare)
    append(NormTraining.Moments(norm: norm))
    append(NormTraining.Statistics(norm: norm))
    append(NormTraining.Application(norm: norm))
    output.keepGradient()
  }

  private func entry(_ name: String) -> ParameterLayout.Entry {
    guard let entry = layout.parameter(name) else { preconditionFailure("the layout has a tensor \(name)") }
    return entry
  }
}
