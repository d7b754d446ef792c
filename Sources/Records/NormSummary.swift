/// Mean, median and largest of the numbers that a column holds.
package struct Summary: Codable, Sendable, Equatable {
  package var mean: Double
  /// The middle number, or the mean of the middle two.
  package var median: Double
  package var max: Double

  /// The summary of `values` without those that are not finite; nil when none are left.
  package init?(of values: some Sequence<Double>) {
    let sorted = values.filter(\.isFinite).sorted()
    guard let last = sorted.last else { return nil }
    let half = sorted.count / 2
    mean = sorted.reduce(0, +) / Double(sorted.count)
    median = sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
    max = last
  }
}

/// One figure for each norm; a member is nil where nothing has that norm.
package struct PerNorm<Figure: Codable & Sendable & Equatable>: Codable, Sendable, Equatable {
  @Nullable package var l0Pixels: Figure?
  @Nullable package var l0Features: Figure?
  @Nullable package var l1: Figure?
  @Nullable package var l2: Figure?
  @Nullable package var linf: Figure?
  @Nullable package var psnr: Figure?
  @Nullable package var ssim: Figure?

  /// - Parameter figure: what becomes of the values that `rows` hold of one norm, which may be none.
  package init(of rows: [Norms], _ figure: ([Double]) -> Figure?) {
    l0Pixels = figure(rows.compactMap { $0.l0Pixels.map(Double.init) })
    l0Features = figure(rows.compactMap { $0.l0Features.map(Double.init) })
    l1 = figure(rows.compactMap(\.l1))
    l2 = figure(rows.compactMap(\.l2))
    linf = figure(rows.compactMap(\.linf))
    psnr = figure(rows.compactMap(\.psnr))
    ssim = figure(rows.compactMap(\.ssim))
  }

  private enum CodingKeys: String, CodingKey {
    case l0Pixels = "l0_pixels"
    case l0Features = "l0_features"
    case l1, l2, linf
    case psnr = "psnr_db"
    case ssim
  }
}

/// Mean, median and largest value of each norm.
package typealias NormSummary = PerNorm<Summary>

extension NormSummary {
  package init(of rows: [Norms]) {
    self.init(of: rows) { Summary(of: $0) }
  }
}

/// The median of each norm.
package typealias NormMedians = PerNorm<Double>

extension NormMedians {
  package init(of rows: [Norms]) {
    self.init(of: rows) { Summary(of: $0)?.median }
  }
}
