import Groundwork

/// What stands around the sign: road, verge, trees, a house front, sky. Drawn from a seed and fixed in the world, so
/// that near things pass far ones as the car approaches.
///
/// World coordinates are metres from the sign's foot on the ground: x to the right, y up from the road, z forward.
package struct Roadside: Sendable, Equatable {
  /// What stands some metres behind the sign.
  package enum Backdrop: String, Sendable, CaseIterable {
    case trees
    case houses
    /// Nothing: the sky, above the far line of trees.
    case open
  }

  package let seed: UInt64
  package let backdrop: Backdrop
  /// How far behind the sign the backdrop stands, in metres.
  let backdropDistance: Float
  /// How high the backdrop is, in metres.
  let backdropHeight: Float
  /// How far behind the sign the far line of trees stands, and how high it is, in metres.
  let horizonDistance: Float
  let horizonHeight: Float
  /// The reflectance a channel of leaves, of the house front, of the verge.
  let leaves: Light
  let front: Light
  let verge: Light
  /// How wide the post is, in metres: a tube 60 or 76 mm across.
  let postWidth: Float
  let coarse: ValueNoise
  let fine: ValueNoise

  /// - Parameters:
  ///   - seed: the run's seed.
  ///   - backdrop: what stands behind the sign; by default the seed chooses.
  package init(seed: UInt64, backdrop: Backdrop? = nil) {
    var stream = RandomStream(seed: seed, name: "roadside")
    let chosen = Backdrop.allCases[stream.index(below: Backdrop.allCases.count)]
    self.seed = seed
    self.backdrop = backdrop ?? chosen
    backdropDistance = stream.uniform(in: 5..<22)
    backdropHeight = stream.uniform(in: 6..<11)
    horizonDistance = stream.uniform(in: 80..<250)
    horizonHeight = stream.uniform(in: 6..<16)
    let autumn = stream.uniform()
    leaves =
      (1 - autumn) * Light(0.045, 0.075, 0.025, 0)
      + autumn * autumn * Light(0.16, 0.09, 0.035, 0) + autumn * (1 - autumn) * Light(0.12, 0.12, 0.06, 0)
    let warmth = stream.uniform(in: -0.12..<0.12)
    front = stream.uniform(in: 0.2..<0.65) * Light(1 + warmth, 1, 1 - 1.3 * warmth, 0)
    verge = Light(0.09, 0.12, 0.05, 0) * stream.uniform(in: 0.7..<1.3)
    postWidth = stream.index(below: 2) == 0 ? 0.06 : 0.076
    coarse = ValueNoise(seed: stream.next())
    fine = ValueNoise(seed: stream.next())
  }
}
