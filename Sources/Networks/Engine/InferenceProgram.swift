/// A network made ready to run: layers fused into steps, batch normalisation folded, weights packed.
///
/// Immutable, so all threads share it.
struct InferenceProgram: Sendable {
  let kernels: Kernels
  let normalization: InputNormalization
  /// What the first step reads.
  let input: Plane
  let steps: [InferenceStep]
  /// Runs of steps that images take in groups of one size; a later section's groups hold an earlier one's whole.
  let sections: [Section]
  /// Bytes of one image's record of signs and places.
  let recordBytes: Int
  /// Floats of scratch for a backward pass with a stride above 1.
  let spreadCount: Int

  struct Section: Sendable {
    var steps: Range<Int>
    var together: Int
  }

  /// The most images that any step takes together.
  static let largestGroup = 16

  var output: Plane { steps.last?.output ?? input }

  /// - Precondition: the network has the tensors that its architecture names, in their shapes, and at least one layer
  ///   that computes something.
  init(_ network: Network, kernels: Kernels) {
    self.kernels = kernels
    normalization = InputNormalization(network.architecture)
    var fused = FusedLayers(network, kernels: kernels).layers
    precondition(!fused.isEmpty, "a network has a layer that computes something")
    // Each step's input has the halo that the step reads; each gradient the halo that its backward pass reads.
    var steps: [InferenceStep] = []
    var bytes = 0
    var together = 1
    let firstInput = fused[0].input.with(halo: fused[0].operation.inputHalo)
    for index in fused.indices {
      let layer = fused[index]
      let output = layer.output.with(halo: index + 1 < fused.count ? fused[index + 1].operation.inputHalo : 0)
      let before = index > 0 ? fused[index - 1].operation.gradientHalo : 0
      together = max(together, layer.operation.imagesTogether)
      let record = RecordPlace(mask: bytes, places: bytes + (layer.relu ? output.maskBytes : 0))
      bytes = record.places
      if case .maxPool = layer.operation { bytes += output.values }
      steps.append(
        InferenceStep(
          operation: layer.operation, relu: layer.relu,
          input: layer.input.with(halo: layer.operation.inputHalo), output: output,
          inputGradient: layer.input.with(halo: before),
          outputGradient: layer.output.with(halo: layer.operation.gradientHalo), together: together, record: record))
    }
    fused.removeAll()
    input = firstInput
    self.steps = steps
    recordBytes = bytes
    sections = steps.indices.reduce(into: []) { sections, index in
      if let last = sections.indices.last, sections[last].together == steps[index].together {
        sections[last].steps = sections[last].steps.lowerBound..<index + 1
      } else {
        sections.append(Section(steps: index..<index + 1, together: steps[index].together))
      }
    }
    spreadCount =
      steps.map { step in
        guard case .convolution(let product) = step.operation, product.shape.stride > 1 else { return 0 }
        return product.shape.gradientPlane(input: step.input).count
      }.max() ?? 0
  }
}

extension InferenceStep.Operation {
  /// The halo of zeros that the step reads around its input.
  var inputHalo: Int {
    if case .convolution(let product) = self { product.shape.padding } else { 0 }
  }

  /// The halo of zeros that the backward pass reads around the output's gradient.
  var gradientHalo: Int {
    if case .convolution(let product) = self, product.shape.stride == 1 { product.shape.gradientHalo } else { 0 }
  }

  /// How many images share one pass over the weights: more where the weights outgrow the second-level cache.
  var imagesTogether: Int {
    switch self {
    case .convolution(let product), .linear(let product):
      switch product.forward.count {
      case ..<50_000: 1
      case ..<120_000: 4
      case ..<200_000: 8
      default: InferenceProgram.largestGroup
      }
    case .affine, .maxPool, .averagePool, .flatten: 1
    }
  }
}
