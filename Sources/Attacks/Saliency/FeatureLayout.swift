/// Where the values of each feature stand in a planar image of three channels.
struct FeatureLayout: Sendable {
  let feature: JacobianSaliencyMap.Feature
  /// 3 H W.
  let valueCount: Int

  private var plane: Int { valueCount / 3 }

  /// n, the number of features.
  var count: Int {
    switch feature {
    case .value: valueCount
    case .pixel: plane
    }
  }

  /// How many values a feature has; they stand `count` apart.
  var valuesPerFeature: Int { valueCount / count }

  /// The places of a feature's values: one, or one in each plane.
  func values(of index: Int) -> StrideTo<Int> {
    switch feature {
    case .value: stride(from: index, to: index + 1, by: 1)
    case .pixel: stride(from: index, to: valueCount, by: plane)
    }
  }
}
