import CKernels

/// How a convolution's sums are formed.
package enum ConvolutionAlgorithm: String, CaseIterable, Sendable {
  /// What costs least by the model below, layer by layer.
  case automatic
  /// One multiplication for each weight under each output pixel.
  case direct
  /// Winograd's F(2x2, 3x3) where a layer has a 3 x 3 window and stride 1; direct elsewhere.
  case winograd2
  /// Winograd's F(4x4, 3x3) in the same places.
  case winograd4
}

extension ConvolutionAlgorithm {
  /// The output pixels a side of Winograd's tile for a layer, nil for the direct algorithm.
  ///
  /// It depends on the layer alone, never on the batch or the number of threads: an image's scores have the same bits
  /// wherever it is read.
  func tileSize(for shape: ConvolutionShape, output: Plane, kernels: Kernels) -> Int? {
    guard shape.fitsWinograd else { return nil }
    switch self {
    case .direct: return nil
    case .winograd2: return 2
    case .winograd4: return 4
    case .automatic:
      let direct = ConvolutionAlgorithm.directCost(shape, output: output)
      let best = [2, 4].min { cost($0) < cost($1) }
      return best.flatMap { cost($0) < direct ? $0 : nil }
    }
    func cost(_ size: Int) -> Int {
      ConvolutionAlgorithm.winogradCost(shape, output: output, size: size, lanes: kernels.lanes)
    }
  }

  /// Multiply-adds of the direct algorithm for one image.
  static func directCost(_ shape: ConvolutionShape, output: Plane) -> Int {
    output.height * output.width * 9 * shape.input * shape.output
  }

  /// Multiply-adds of Winograd's products for one image, and the transforms in the same currency: a transformed value,
  /// read or written, costs about as much as seven multiply-adds of the products (measured with AVX-512 and AVX2).
  static func winogradCost(_ shape: ConvolutionShape, output: Plane, size: Int, lanes: Int) -> Int {
    let tiles = ((output.height + size - 1) / size) * ((output.width + size - 1) / size)
    let positions = (size + 2) * (size + 2)
    let whole = { (channels: Int) in (channels + lanes - 1) / lanes * lanes }
    return tiles * positions * (shape.input * shape.output + 7 * (whole(shape.input) + whole(shape.output)))
  }
}
