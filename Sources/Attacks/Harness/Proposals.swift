import Networks

/// What an attack gave back, not believed yet.
enum Proposals {
  /// One picture an image, `(N, 3, H, W)`.
  case pictures(Tensor)
  /// Something of another shape.
  case malformed
  /// Nothing: the attack asked for more than its limits.
  case overspent

  /// One image's planes; nil where there are none.
  func values(of image: Int) -> ArraySlice<Float>? {
    guard case .pictures(let pictures) = self else { return nil }
    return pictures[item: image]
  }
}
