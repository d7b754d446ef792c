/// What all images of an attack have in common: how features lie, which ways they move and how far.
struct SaliencyRules: Sendable {
  let layout: FeatureLayout
  let signs: [Int]
  /// By level: how many levels a step up moves, and a step down, which is not above 0.
  private let up: [Int]
  private let down: [Int]
  /// By level: what a derivative is multiplied by, up and down; 0 where there is no way to move.
  private let upWeights: [Double]
  private let downWeights: [Double]

  init(_ attack: JacobianSaliencyMap, valueCount: Int) {
    layout = FeatureLayout(feature: attack.feature, valueCount: valueCount)
    signs = attack.direction.signs
    let step = attack.theta * 255
    let up = (0...255).map { min(Int((Double($0) + step).rounded()), 255) - $0 }
    let down = (0...255).map { max(Int((Double($0) - step).rounded()), 0) - $0 }
    func weights(_ reaches: [Int], sign: Double) -> [Double] {
      reaches.map { reach in
        if reach == 0 { return 0 }
        switch attack.weighting {
        case .derivative: return sign
        case .reach: return Double(reach) / 255
        }
      }
    }
    (self.up, self.down) = (up, down)
    (upWeights, downWeights) = (weights(up, sign: 1), weights(down, sign: -1))
  }

  /// By how many levels a step moves a value, 0 when it is at the end of the range.
  func reach(from level: UInt8, sign: Int) -> Int {
    sign > 0 ? up[Int(level)] : down[Int(level)]
  }

  /// What a derivative is multiplied by, 0 when a value is at the end of the range.
  func weight(from level: UInt8, sign: Int) -> Double {
    sign > 0 ? upWeights[Int(level)] : downWeights[Int(level)]
  }
}
