import Records

/// Mean, median and worst of each norm as they are printed.
struct NormSummaries {
  /// Name and three figures, in the order of all tables.
  let rows: [(name: String, figures: [String])]

  init(_ summary: NormSummary) {
    let norms = summary.norms
    func row(
      _ name: String, _ summary: Summary?, _ print: (Double?) -> String
    ) -> (name: String, figures: [String]) {
      (name, [print(summary?.mean), print(summary?.median), print(summary?.worst)])
    }
    rows = [
      row("L0 pixels", norms.l0Pixels) { Figure.decimal($0, places: 1) },
      row("L0 values", norms.l0Features) { Figure.decimal($0, places: 1) },
      row("L1", norms.l1) { Figure.decimal($0, places: 2) },
      row("L2", norms.l2) { Figure.decimal($0, places: 3) },
      row("L∞", norms.linf) { Figure.levels($0) },
      row("PSNR (dB)", norms.psnr) { Figure.decimal($0, places: 1) },
      row("SSIM", norms.ssim) { Figure.decimal($0, places: 4) },
    ]
  }
}
