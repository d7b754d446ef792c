import CKernels

/// One step of a prepared network: layers that were fused, and how their values lie in memory.
struct InferenceStep: Sendable {
  enum Operation: Sendable {
    /// Convolution with bias; batch normalisation after it is folded into both. Where it `pools`, only the largest of
    /// every two by two pixels of its output is ever written.
    case convolution(any PreparedConvolution, pools: Bool)
    /// A product on an image of one pixel: all images of a group are its rows.
    case linear(PackedProduct)
    /// Batch normalisation that could not be folded, or a ReLU on its own: x * scale + shift, channel by channel.
    case affine(scale: FloatBuffer, shift: FloatBuffer)
    case maxPool(kernel: Int, stride: Int)
    /// A global average pool's window is the whole plane.
    case averagePool(height: Int, width: Int, stride: Int)
    /// From pixels of channels to PyTorch's order, channels of pixels.
    case flatten
  }

  /// The name of the first of the layers that were fused.
  let name: String
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
  /// Channels, cut only on whole panels.
  var channels: Range<Int>

  init(all plane: Plane) {
    rows = 0..<plane.height
    channels = 0..<plane.channels
  }
}

extension InferenceStep {
  /// What piece `piece` of `pieces` of the forward pass writes of the output.
  func forwardBand(_ piece: Int, of pieces: Int, keepsRecords: Bool) -> Band {
    var band = Band(all: output)
    switch operation {
    case .linear(let product): band.cutChannels(piece, of: pieces, panel: product.kernels.panel)
    case .convolution(let convolution, let pools):
      if cutsChannels(convolution, pools: pools, keepsRecords: keepsRecords) {
        band.cutChannels(piece, of: pieces, panel: convolution.kernels.panel)
      } else {
        band.cutRows(piece, of: pieces, unit: convolution.rowUnit / (pools ? 2 : 1))
      }
    default: band.cutRows(piece, of: pieces, unit: 1)
    }
    return band
  }

  /// What piece `piece` of `pieces` of the backward pass stands for.
  func backwardBand(_ piece: Int, of pieces: Int) -> Band {
    switch operation {
    case .linear(let product):
      var band = Band(all: input)
      band.cutChannels(piece, of: pieces, panel: product.kernels.panel)
      return band
    case .maxPool, .averagePool:
      var band = Band(all: output)
      band.cutRows(piece, of: pieces, unit: 1)
      return band
    case .convolution(let convolution, _):
      var band = Band(all: input)
      band.cutRows(piece, of: pieces, unit: convolution.rowUnit)
      return band
    case .affine, .flatten:
      var band = Band(all: input)
      band.cutRows(piece, of: pieces, unit: 1)
      return band
    }
  }

  /// Into how many pieces the forward pass of one image can be cut, at most `limit`.
  func forwardPieces(limit: Int, keepsRecords: Bool) -> Int {
    switch operation {
    case .linear(let product): min(limit, output.channels.panels(of: product.kernels))
    case .convolution(let convolution, let pools):
      cutsChannels(convolution, pools: pools, keepsRecords: keepsRecords)
        ? min(limit, convolution.panels) : min(limit, tileRows(convolution, pools: pools))
    case .flatten: 1
    default: min(limit, output.height)
    }
  }

  /// Into how many pieces the backward pass of one image can be cut, at most `limit`.
  func backwardPieces(limit: Int) -> Int {
    switch operation {
    case .linear(let product): min(limit, input.channels.panels(of: product.kernels))
    case .convolution(let convolution, _):
      min(limit, (input.height + convolution.rowUnit - 1) / convolution.rowUnit)
    case .maxPool(let kernel, let stride): stride >= kernel ? min(limit, output.height) : 1
    case .averagePool(let height, _, let stride): stride >= height ? min(limit, output.height) : 1
    case .affine: min(limit, input.height)
    case .flatten: 1
    }
  }

  private func tileRows(_ convolution: any PreparedConvolution, pools: Bool) -> Int {
    let unit = convolution.rowUnit / (pools ? 2 : 1)
    return (output.height + unit - 1) / unit
  }

  /// Whether workers share one image's convolution by output channels: where few rows of tiles would leave each worker
  /// all the weights to read and little to do with them. Records are kept row by row.
  private func cutsChannels(_ convolution: any PreparedConvolution, pools: Bool, keepsRecords: Bool) -> Bool {
    !keepsRecords && tileRows(convolution, pools: pools) <= 2 && convolution.panels > 1
  }
}

extension Band {
  /// Keeps the part of the rows that is piece `piece` of `pieces`, in whole units.
  fileprivate mutating func cutRows(_ piece: Int, of pieces: Int, unit: Int) {
    let units = (rows.count + unit - 1) / unit
    rows = min(rows.count, piece * units / pieces * unit)..<min(rows.count, (piece + 1) * units / pieces * unit)
  }

  /// Keeps the part of the channels that is piece `piece` of `pieces`, in whole panels.
  fileprivate mutating func cutChannels(_ piece: Int, of pieces: Int, panel: Int) {
    let panels = (channels.count + panel - 1) / panel
    channels =
      min(channels.count, piece * panels / pieces * panel)..<min(channels.count, (piece + 1) * panels / pieces * panel)
  }
}

extension Int {
  /// In how many panels this many channels are packed.
  func panels(of kernels: Kernels) -> Int { (self + kernels.panel - 1) / kernels.panel }
}
