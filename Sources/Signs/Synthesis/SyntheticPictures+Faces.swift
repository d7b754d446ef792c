import Groundwork

extension SyntheticPictures {
  /// Pictures of all classes, with the faces of a collection.
  /// - Parameters:
  ///   - faces: best loaded with `longestSide: SyntheticPictures.longestFaceSide`.
  ///   - seed: what every random draw comes from.
  ///   - loop: what shares the work of drawing the scenery.
  package init(faces: SignFaceCollection, seed: UInt64, loop: ConcurrentLoop) {
    let variants = SignClass.allCases.map { sign in
      SignCountry.allCases.flatMap { faces.faces(of: sign, in: $0) }.map(SyntheticPictures.variant)
    }
    self.init(variants: variants, seed: seed, loop: loop)
  }

  /// How large a face is needed, in pixels: the largest sign in a raster, about 60 pixels wide, takes two samples a
  /// pixel. Larger textures are not looked at and push those that are out of the cache.
  package static let longestFaceSide = 128

  /// How often a face is met, beside the plain one of its class: variants are rarer, mirrored pictograms and signs of
  /// lamps much rarer (as in GTSRB's training photographs), and other countries' signs are there so that a network has
  /// seen them.
  private static func variant(_ entry: SignFaceCollection.Entry) -> Variant {
    let isLuminous = entry.name.variant == "led"
    let weight: Float =
      switch (entry.name.country, entry.name.variant) {
      case (.germany, nil): 1
      case (.germany, "led"): 0.06
      case (.germany, "mirrored"), (.unitedStates, _): 0.15
      case (.germany, _): 0.35
      }
    return Variant(entry.face, weight: weight, isLuminous: isLuminous)
  }
}
