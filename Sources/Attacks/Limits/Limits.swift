/// How far an attack may change an image and what it may ask for it; limits are printed with every figure.
///
/// What is nil does not bind. The harness holds the rounded picture to the norms and the attack to its queries and
/// gradients. Steps are stated so that a figure can be repeated, shift and angle because no norm says how far an attack
/// goes that moves a picture.
package struct Limits: Sendable, Hashable {
  /// How many channel values may change.
  package var l0Features: Extent?
  /// How many pixels may change.
  package var l0Pixels: Extent?
  /// The largest sum of absolute changes, values in [0, 1].
  package var l1: Double?
  /// The largest root of the sum of squared changes, values in [0, 1].
  package var l2: Double?
  /// The largest change of any channel value, in [0, 1].
  package var linf: Double?
  /// How far the picture may be moved, in pixels.
  package var shift: Double?
  /// How far the picture may be turned, in radians.
  package var angle: Double?
  /// How many steps are taken at most.
  package var steps: Int?
  /// How many pictures the reader may be asked about for each image.
  package var queries: Int?
  /// How many backward passes may be made for each image.
  package var gradients: Int?

  package init(
    l0Features: Extent? = nil, l0Pixels: Extent? = nil, l1: Double? = nil, l2: Double? = nil, linf: Double? = nil,
    shift: Double? = nil, angle: Double? = nil, steps: Int? = nil, queries: Int? = nil, gradients: Int? = nil
  ) {
    self.l0Features = l0Features
    self.l0Pixels = l0Pixels
    self.l1 = l1
    self.l2 = l2
    self.linf = linf
    self.shift = shift
    self.angle = angle
    self.steps = steps
    self.queries = queries
    self.gradients = gradients
  }

  /// A part of an image's values or pixels.
  package enum Extent: Sendable, Hashable {
    /// In [0, 1].
    case share(Double)
    case count(Int)

    /// How many that is of `whole`.
    package func count(of whole: Int) -> Int {
      switch self {
      case .share(let share): Int(share * Double(whole) + 1e-9)
      case .count(let count): count
      }
    }
  }
}
