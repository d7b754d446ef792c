/// How large a perturbation is, over RGB in [0, 1] after rounding to 8 bits; every member is nil where nothing was
/// perturbed.
package struct Norms: Codable, Sendable, Equatable {
  /// Pixels that differ.
  @Nullable package var l0Pixels: Int?
  /// Channel values that differ.
  @Nullable package var l0Features: Int?
  @Nullable package var l1: Double?
  @Nullable package var l2: Double?
  @Nullable package var linf: Double?
  /// Peak signal-to-noise ratio in decibels; nil too when the pictures are equal, where it has no bound.
  @Nullable package var psnr: Double?
  /// Structural similarity (Wang et al. 2004), 1 when the pictures are equal.
  @Nullable package var ssim: Double?

  package init(
    l0Pixels: Int? = nil, l0Features: Int? = nil, l1: Double? = nil, l2: Double? = nil, linf: Double? = nil,
    psnr: Double? = nil, ssim: Double? = nil
  ) {
    self.l0Pixels = l0Pixels
    self.l0Features = l0Features
    self.l1 = l1
    self.l2 = l2
    self.linf = linf
    self.psnr = psnr
    self.ssim = ssim
  }

  private enum CodingKeys: String, CodingKey {
    case l0Pixels = "l0_pixels"
    case l0Features = "l0_features"
    case l1, l2, linf
    case psnr = "psnr_db"
    case ssim
  }
}
