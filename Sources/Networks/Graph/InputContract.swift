/// How pictures go into a network: the one place that knows of size, layout, order of channels and normalisation.
///
/// Readers take pictures as the house has them, planes of R, G and B in [0, 1]; the network's own first step brings them
/// into this form.
package struct InputContract: Sendable, Equatable {
  /// How another program's tensor holds one input. The engine's own layout is the same for both.
  package enum Layout: String, Sendable {
    /// `(C, H, W)`, as PyTorch has it.
    case channelsFirst
    /// `(H, W, C)`, as TensorFlow has it.
    case channelsLast
  }

  /// What the channels stand for.
  package enum ChannelOrder: String, Sendable {
    /// The picture's planes in their own order.
    case rgb
    case bgr
    /// One channel, the luma of ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B.
    case gray
  }

  package var height: Int
  package var width: Int
  package var channels: Int
  package var layout: Layout
  package var order: ChannelOrder
  /// Subtracted from each channel of the network's, of values in [0, 1].
  package var mean: [Float]
  /// Each channel is divided by it, after the subtraction.
  package var deviation: [Float]

  package init(
    height: Int, width: Int, channels: Int = 3, layout: Layout = .channelsFirst, order: ChannelOrder = .rgb,
    mean: [Float], deviation: [Float]
  ) {
    self.height = height
    self.width = width
    self.channels = channels
    self.layout = layout
    self.order = order
    self.mean = mean
    self.deviation = deviation
  }

  /// What a reader of the network takes: `[channels, height, width]` of the picture, three channels for grey ones too.
  package var pictureShape: [Int] { [order == .gray ? 3 : channels, height, width] }
}
