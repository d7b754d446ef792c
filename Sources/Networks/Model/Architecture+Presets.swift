extension Architecture {
  /// The network that Stopline ships: six 3 × 3 convolutions with batch norm in three pairs of 32, 64 and 128 channels,
  /// a max pool after each pair, then 256 hidden units with dropout.
  ///
  /// 823 thousand parameters and 39 million multiplications an image of `(3, 32, 32)`. Convolutions have no bias: the
  /// batch norm behind each would take it away again.
  /// - Parameter side: of the pictures, in pixels; 8 at least, so that something is left behind the last pool.
  package static func standard(classNames: [String], side: Int = shippedSide) -> Architecture {
    pyramid(stages: [[32, 32], [64, 64], [128, 128]], hidden: 256, dropout: 0.3, classNames: classNames, side: side)
  }

  /// A network for teaching and quick drives, a tenth of the standard one's work: four 3 × 3 convolutions of 16, 32, 48
  /// and 48 channels with batch norm, a max pool after the first, second and last, then 64 hidden units.
  ///
  /// 92 thousand parameters and 3.9 million multiplications an image of `(3, 32, 32)`.
  /// - Parameter side: of the pictures, in pixels; 8 at least, so that something is left behind the last pool.
  package static func tiny(classNames: [String], side: Int = shippedSide) -> Architecture {
    pyramid(stages: [[16], [32], [48, 48]], hidden: 64, dropout: 0, classNames: classNames, side: side)
  }

  /// Stages of 3 × 3 convolutions, each halving height and width at its end, and a classifier of one hidden layer.
  private static func pyramid(
    stages: [[Int]], hidden: Int, dropout: Float, classNames: [String], side: Int
  ) -> Architecture {
    var layers: [Layer] = []
    var channels = 3
    var depth = 0
    for (stage, widths) in stages.enumerated() {
      for width in widths {
        depth += 1
        let convolution = LayerKind.convolution(
          input: channels, output: width, kernel: 3, stride: 1, padding: 1, hasBias: false)
        layers.append(Layer(name: "conv\(depth)", kind: convolution))
        layers.append(Layer(name: "bn\(depth)", kind: .batchNorm(features: width, epsilon: 1e-5)))
        layers.append(Layer(name: "relu\(depth)", kind: .relu))
        channels = width
      }
      layers.append(Layer(name: "pool\(stage + 1)", kind: .maxPool(kernel: 2, stride: 2)))
    }
    let left = side >> stages.count
    layers.append(Layer(name: "flatten", kind: .flatten))
    layers.append(
      Layer(name: "dense1", kind: .linear(input: channels * left * left, output: hidden, hasBias: true)))
    layers.append(Layer(name: "relu\(depth + 1)", kind: .relu))
    if dropout > 0 { layers.append(Layer(name: "dropout", kind: .dropout(probability: dropout))) }
    layers.append(
      Layer(name: "dense2", kind: .linear(input: hidden, output: classNames.count, hasBias: true)))
    return Architecture(
      inputShape: [3, side, side], mean: signMean, standardDeviation: signDeviation, layers: layers,
      classNames: classNames)
  }

  /// How many pixels a side the shipped networks read, and the benchmark's copies have.
  package static let shippedSide = 32

  /// Mean and standard deviation of R, G and B over the GTSRB training pictures, to two digits.
  private static let signMean: [Float] = [0.34, 0.31, 0.32]
  private static let signDeviation: [Float] = [0.28, 0.26, 0.27]
}
