import Records

/// The norms of a perturbation as they are printed.
struct NormFigures {
  /// Names and figures, in the order of all tables.
  let captions: [(name: String, value: String)]

  init(_ norms: Norms) {
    captions = [
      ("L0 pixels", Figure.count(norms.l0Pixels)),
      ("L0 values", Figure.count(norms.l0Features)),
      ("L1", Figure.decimal(norms.l1, places: 2)),
      ("L2", Figure.decimal(norms.l2, places: 3)),
      ("L∞", Figure.levels(norms.linf)),
      ("PSNR", norms.psnr == nil ? "-" : Figure.decimal(norms.psnr, places: 1) + " dB"),
      ("SSIM", Figure.decimal(norms.ssim, places: 4)),
    ]
  }
}
