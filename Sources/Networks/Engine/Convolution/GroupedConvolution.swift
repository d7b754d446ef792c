/// A convolution whose channels are cut into groups: a direct convolution for each group, on its channels copied side by
/// side.
final class GroupedConvolution: PreparedConvolution {
  let shape: ConvolutionShape
  let kernels: Kernels
  private let groups: [DirectConvolution]
  /// One group's share of the input, its padding around it, and of the output.
  private let input: Plane
  private let output: Plane

  init(_ shape: ConvolutionShape, input: Plane, output: Plane, kernels: Kernels) {
    self.shape = shape
    self.kernels = kernels
    let own = ConvolutionShape(
      input: shape.input / shape.groups, output: shape.output / shape.groups, window: shape.window)
    let part = { (plane: Plane, channels: Int, halo: Int) in
      Plane(height: plane.height, width: plane.width, channels: channels, halo: halo)
    }
    let groupInput = part(input, own.input, shape.window.padding.largest)
    self.input = groupInput
    groups = (0..<shape.groups).map { _ in DirectConvolution(own, input: groupInput, kernels: kernels) }
    self.output = part(output, own.output, groups[0].gradientHalo)
  }

  let algorithm = ConvolutionAlgorithm.direct
  let tileSize: Int? = nil
  let rowUnit = 1
  let imagesTogether = 1
  let panels = 1
  var gradientHalo: Int { output.halo }
  var scratchCount: Int { input.count + output.count + groups[0].scratchCount }

  func canPool(_ output: Plane) -> Bool { false }

  func packForward(_ weights: UnsafePointer<Float>) {
    for (group, convolution) in groups.enumerated() { convolution.packForward(weights + group * weightCount) }
  }

  func packBackward(_ weights: UnsafePointer<Float>) {
    for (group, convolution) in groups.enumerated() { convolution.packBackward(weights + group * weightCount) }
  }

  func packBias(_ bias: UnsafePointer<Float>) {
    for (group, convolution) in groups.enumerated() { convolution.packBias(bias + group * output.channels) }
  }

  /// Weights of one group.
  private var weightCount: Int { output.channels * shape.depth }

  func forward(
    _ count: Int, from input: UnsafePointer<Float>, _ inputPlane: Plane, to output: UnsafeMutablePointer<Float>,
    _ outputPlane: Plane, part: ConvolutionPart, ending: ConvolutionEnding, scratch: UnsafeMutablePointer<Float>
  ) {
    for image in 0..<count {
      for (group, convolution) in groups.enumerated() {
        self.input.copyWithHalo(from: input + image * inputPlane.count, inputPlane, group: group, to: scratch)
        convolution.forward(
          1, from: scratch, self.input, to: output + image * outputPlane.count + group * self.output.channels,
          outputPlane, part: ConvolutionPart(rows: part.rows, panels: 0..<convolution.panels), ending: ending,
          scratch: scratch)
      }
    }
  }

  func backward(
    _ count: Int, from outputGradient: UnsafePointer<Float>, _ gradientPlane: Plane,
    to inputGradient: UnsafeMutablePointer<Float>, _ inputPlane: Plane, rows: Range<Int>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    let gradient = scratch + input.count
    for image in 0..<count {
      for (group, convolution) in groups.enumerated() {
        output.copyWithHalo(
          from: outputGradient + image * gradientPlane.count, gradientPlane, group: group, to: gradient)
        convolution.backward(
          1, from: gradient, output, to: scratch, input, rows: rows, scratch: gradient + output.count)
        Plane.copy(
          input.channels, rows: rows, from: scratch, input, channel: 0, to: inputGradient + image * inputPlane.count,
          inputPlane, channel: group * input.channels)
      }
    }
  }

  var weightGradientCount: Int { groups[0].weightGradientCount * groups.count }

  /// A group's channels of both planes, and the product's own scratch.
  func weightGradientScratch(input: Plane, gradient: Plane) -> Int {
    self.input.count + output.count + groups[0].weightGradientScratch(input: self.input, gradient: output)
  }

  func addWeightGradient(
    _ count: Int, from input: UnsafePointer<Float>, _ inputPlane: Plane, _ outputGradient: UnsafePointer<Float>,
    _ gradientPlane: Plane, to sums: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    let gradient = scratch + self.input.count
    for image in 0..<count {
      for (group, convolution) in groups.enumerated() {
        self.input.copyWithHalo(from: input + image * inputPlane.count, inputPlane, group: group, to: scratch)
        output.copyWithHalo(
          from: outputGradient + image * gradientPlane.count, gradientPlane, group: group, to: gradient)
        convolution.addWeightGradient(
          1, from: scratch, self.input, gradient, output, to: sums + group * convolution.weightGradientCount,
          scratch: gradient + output.count)
      }
    }
  }

  func finishWeightGradient(_ sums: UnsafePointer<Float>, to gradient: UnsafeMutablePointer<Float>) {
    let outputs = output.channels
    for group in groups.indices {
      let own = sums + group * groups[0].weightGradientCount
      for depth in 0..<shape.depth {
        (gradient + depth * shape.output + group * outputs).update(from: own + depth * outputs, count: outputs)
      }
    }
  }
}

extension Plane {
  /// Fills this plane with a group of another's channels, the halo from the other's, which is as wide or wider.
  fileprivate func copyWithHalo(
    from source: UnsafePointer<Float>, _ plane: Plane, group: Int, to target: UnsafeMutablePointer<Float>
  ) {
    for y in -halo..<height + halo {
      for x in -halo..<width + halo {
        let from = source + plane.origin + y * plane.rowStride + x * plane.channels + group * channels
        (target + origin + y * rowStride + x * channels).update(from: from, count: channels)
      }
    }
  }
}
