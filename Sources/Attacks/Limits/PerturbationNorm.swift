/// In which norm a perturbation is small.
package enum PerturbationNorm: String, Sendable, CaseIterable {
  /// How many channel values change.
  case l0Features = "l0_features"
  /// How many pixels change.
  case l0Pixels = "l0_pixels"
  /// The sum of the changes' sizes.
  case l1
  /// The root of the sum of the changes' squares.
  case l2
  /// The largest change.
  case linf

  /// As a sentence has it.
  package var title: String {
    switch self {
    case .l0Features: "number of changed values"
    case .l0Pixels: "number of changed pixels"
    case .l1: "L1 norm"
    case .l2: "L2 norm"
    case .linf: "L∞ norm"
    }
  }
}
