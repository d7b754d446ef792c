import Groundwork
import Imaging
import Signs

/// Photographs under the corruptions of the robustness benchmark; none is kept, each is made when it is asked for.
package struct CorruptedPhotographs: DegradedPictures {
  private let photographs: GTSRBDataSet
  private let kinds: [CorruptionKind]
  private let seed: UInt64

  /// - Parameters:
  ///   - photographs: clean ones.
  ///   - kinds: which corruptions, in the order of the rows.
  ///   - seed: what their chance is drawn from.
  package init(_ photographs: GTSRBDataSet, kinds: [CorruptionKind] = CorruptionKind.allCases, seed: UInt64) {
    self.photographs = photographs
    self.kinds = kinds
    self.seed = seed
  }

  package var degradations: [Degradation] {
    kinds.map { Degradation(name: $0.rawValue, family: $0.family.rawValue, group: $0.isExtra ? .extra : .main) }
  }

  package var count: Int { photographs.count }

  package func sign(at index: Int) -> SignClass { photographs.labels[index] }

  /// A photograph's chance comes from its name, so it is corrupted alike in every set that holds it, and at every
  /// severity from the same draws.
  package func picture(at index: Int, under degradation: (row: Int, severity: Severity)?) -> Image {
    let image = photographs.image(at: index)
    guard let degradation else { return image }
    let kind = kinds[degradation.row]
    var stream = RandomStream(seed: seed, name: "corruption/\(kind.rawValue)/\(photographs.names[index])")
    return kind.corruption(at: degradation.severity).corrupted(image, using: &stream).roundedToEightBits
  }
}
