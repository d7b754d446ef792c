import CKernels

extension Activation {
  /// The kernels' name of the function, and its numbers.
  var c: (ck_function, Float, Float) {
    switch self {
    case .relu: (ck_leaky_relu, 0, 0)
    case .clippedReLU(let most): (ck_clipped_relu, most, 0)
    case .leakyReLU(let slope): (ck_leaky_relu, slope, 0)
    case .sigmoid: (ck_sigmoid, 0, 0)
    case .tanh: (ck_tanh, 0, 0)
    case .hardSigmoid(let slope, let offset): (ck_hard_sigmoid, slope, offset)
    case .hardSwish: (ck_hard_swish, 0, 0)
    case .silu: (ck_silu, 0, 0)
    case .gelu: (ck_gelu, 0, 0)
    }
  }
}
