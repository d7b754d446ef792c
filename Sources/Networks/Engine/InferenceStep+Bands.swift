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

  /// What piece `piece` of `pieces` of the backward pass stands for, towards operand `operand`; it may be empty.
  ///
  /// Two operands of one step that are the same value are cut in the same places.
  func backwardBand(_ piece: Int, of pieces: Int, operand: Int) -> Band {
    var band = Band(all: operands[operand].plane)
    switch operation {
    case .linear(let product): band.cutChannels(piece, of: pieces, panel: product.kernels.panel)
    case .maxPool, .averagePool:
      band = Band(all: output)
      band.cutRows(piece, of: pieces, unit: 1)
    case .convolution(let convolution, _): band.cutRows(piece, of: pieces, unit: convolution.rowUnit)
    case .affine, .activation, .add, .join, .scale, .flatten: band.cutRows(piece, of: pieces, unit: 1)
    }
    return band
  }

  /// Into how many pieces the forward pass of one image can be cut, at most `limit`.
  func forwardPieces(limit: Int, keepsRecords: Bool) -> Int {
    switch operation {
    case .linear(let product): min(limit, output.channels.panels(of: product.kernels))
    case .convolution(let convolution, let pools):
      cutsChannels(convolution, pools: pools, keepsRecords: keepsRecords)
        ? min(limit, convolution.panels) : min(limit, tileRows(convolution, pools: pools))
    case .flatten: 1
    case .affine, .activation, .maxPool, .averagePool, .add, .join, .scale: min(limit, output.height)
    }
  }

  /// Into how many pieces the backward pass of one image can be cut, at most `limit`.
  func backwardPieces(limit: Int) -> Int {
    switch operation {
    case .linear(let product): min(limit, input.channels.panels(of: product.kernels))
    case .convolution(let convolution, _):
      min(limit, (input.height + convolution.rowUnit - 1) / convolution.rowUnit)
    case .maxPool(let window), .averagePool(let window, _):
      window.strideDown >= window.height ? min(limit, output.height) : 1
    case .affine, .activation, .add, .join: min(limit, input.height)
    // The factors' gradient is a sum over all rows.
    case .scale, .flatten: 1
    }
  }

  /// The rows of an operand's gradient that the backward pass of `band` writes.
  func rowsWritten(by band: Band, operand: Int) -> Band {
    let window: Window
    switch operation {
    case .maxPool(let own), .averagePool(let own, _): window = own
    default: return band
    }
    var written = Band(all: operands[operand].plane)
    let start = { (row: Int) in min(written.rows.upperBound, max(0, row * window.strideDown - window.padding.top)) }
    let (first, end) = (band.rows.lowerBound, band.rows.upperBound)
    written.rows = (first == 0 ? 0 : start(first))..<(end == output.height ? written.rows.upperBound : start(end))
    return written
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
