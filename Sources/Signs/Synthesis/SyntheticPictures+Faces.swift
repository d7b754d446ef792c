import Groundwork

extension SyntheticPictures {
  /// Pictures of all classes, with the faces of a collection.
  /// - Parameters:
  ///   - faces: best loaded with `longestSide: SyntheticPictures.longestFaceSide(side:)`.
  ///   - side: of every picture, in pixels.
  ///   - seed: what every random draw comes from.
  ///   - loop: what shares the work of drawing the scenery.
  package init(faces: SignFaceCollection, side: Int, seed: UInt64, loop: ConcurrentLoop) {
    let variants = SignClass.allCases.map { sign in
      SignCountry.allCases.flatMap { faces.faces(of: sign, in: $0) }.map(SyntheticPictures.variant)
    }
    self.init(variants: variants, side: side, seed: seed, loop: loop)
  }

  /// How large a face is needed, in pixels: the largest sign in a raster, nearly twice as wide as the picture, takes two
  /// samples a pixel. Larger textures are not looked at and push those that are out of the cache.
  /// - Parameter side: of the pictures.
  package static func longestFaceSide(side: Int) -> Int { 4 * side }

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
