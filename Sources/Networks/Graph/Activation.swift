/// A function that is applied to every value, with PyTorch's definitions.
package enum Activation: Sendable, Equatable {
  /// max(0, x)
  case relu
  /// x clipped to [0, `most`]: ReLU6 with 6.
  case clippedReLU(most: Float)
  /// x, times `slope` where x is negative.
  case leakyReLU(slope: Float)
  /// 1 / (1 + exp(-x))
  case sigmoid
  case tanh
  /// `slope` x + `offset` clipped to [0, 1]; PyTorch's has 1/6 and 1/2, ONNX's default 0.2 and 1/2.
  case hardSigmoid(slope: Float, offset: Float)
  /// x times the hard sigmoid of 1/6 and 1/2 (Howard et al. 2019).
  case hardSwish
  /// x times its sigmoid, also called swish.
  case silu
  /// x times the standard normal distribution function of x (Hendrycks and Gimpel 2016).
  case gelu
}
