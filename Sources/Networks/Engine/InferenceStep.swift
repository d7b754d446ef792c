import CKernels

/// One step of a prepared network: layers that were fused, and how their values lie in memory.
struct InferenceStep: Sendable {
  enum Operation: Sendable {
    /// Convolution with bias; batch normalisation after it is folded into both.
    case convolution(PackedProduct)
    /// The same on an image of one pixel: all images of a group are the rows of one product.
    case linear(PackedProduct)
    /// Batch normalisation that could not be folded, or a ReLU on its own: x * scale + shift, channel by channel.
    case affine(scale: FloatBuffer, shift: FloatBuffer)
    case maxPool(kernel: Int, stride: Int)
    /// A global average pool's window is the whole plane.
    case averagePool(height: Int, width: Int, stride: Int)
    /// From pixels of channels to PyTorch's order, channels of pixels.
    case flatten
  }

  let operation: Operation
  /// ReLU comes last.
  let relu: Bool
  /// The values read, and their halo.
  let input: Plane
  /// The values written; the halo is the next step's.
  let output: Plane
  /// The input's gradient; the halo is what the step before this one needs for its backward pass.
  let inputGradient: Plane
  /// The output's gradient; the halo is what this step's backward pass needs.
  let outputGradient: Plane
  /// How many images take the step one after another before they take the next: as many as make streaming the weights
  /// through the cache worthwhile, as few as keep the values in it.
  let together: Int
  /// Where this step's bits stand in an image's record of signs and places.
  let record: RecordPlace
}

/// What the backward pass needs of the forward pass, in one image's record: which values ReLU let through, and where
/// pooling found its maxima.
struct RecordPlace: Sendable {
  /// First byte of the mask of the step's ReLU.
  var mask: Int
  /// First byte of the places of the step's maxima, one byte a value.
  var places: Int
}

/// The part of a step's values that one piece of work writes: all of them, or a part when one image is shared by
/// several workers.
struct Band: Sendable {
  /// Rows of the plane that is written (of the output's plane where a pool's backward pass is cut).
  var rows: Range<Int>
  /// Channels, cut only for linear layers and on whole panels.
  var channels: Range<Int>

  init(all plane: Plane) {
    rows = 0..<plane.height
    channels = 0..<plane.channels
  }
}

extension InferenceStep {
  /// What piece `piece` of `pieces` writes of `plane`.
  func band(_ piece: Int, of pieces: Int, plane: Plane) -> Band {
    var band = Band(all: plane)
    if case .linear(let product) = operation {
      let width = product.kernels.panel
      let panels = (plane.channels + width - 1) / width
      band.channels =
        min(
          plane.channels, piece * panels / pieces * width)..<min(plane.channels, (piece + 1) * panels / pieces * width)
    } else {
      band.rows = piece * plane.height / pieces..<(piece + 1) * plane.height / pieces
    }
    return band
  }

  /// Into how many pieces the forward pass of one image can be cut, at most `limit`.
  func forwardPieces(limit: Int) -> Int {
    switch operation {
    case .linear(let product): min(limit, (output.channels + product.kernels.panel - 1) / product.kernels.panel)
    case .flatten: 1
    default: min(limit, output.height)
    }
  }

  /// Into how many pieces the backward pass of one image can be cut, at most `limit`.
  func backwardPieces(limit: Int) -> Int {
    switch operation {
    case .linear(let product): min(limit, (input.channels + product.kernels.panel - 1) / product.kernels.panel)
    case .convolution(let product): product.shape.stride == 1 ? min(limit, input.height) : 1
    case .maxPool(let kernel, let stride): stride >= kernel ? min(limit, output.height) : 1
    case .averagePool(let height, _, let stride): stride >= height ? min(limit, output.height) : 1
    case .affine: min(limit, input.height)
    case .flatten: 1
    }
  }
}
