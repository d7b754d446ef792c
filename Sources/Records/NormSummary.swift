/// Mean, median and worst of the numbers that a column holds.
package struct Summary: Codable, Sendable, Equatable {
  /// Which end of the numbers is the worst.
  package enum Direction: Sendable {
    /// Large numbers mean that much was changed.
    case largest
    /// Small ones do: PSNR and SSIM.
    case smallest
  }

  package var mean: Double
  /// The middle number, or the mean of the middle two.
  package var median: Double
  package var worst: Double

  /// The summary of `values` without those that are not finite; nil when none are left.
  package init?(of values: some Sequence<Double>, worst direction: Direction = .largest) {
    let sorted = values.filter(\.isFinite).sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let half = sorted.count / 2
    mean = sorted.reduce(0, +) / Double(sorted.count)
    median = sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
    worst = direction == .largest ? last : first
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
  package init(of rows: [Norms], _ figure: ([Double], Summary.Direction) -> Figure?) {
    l0Pixels = figure(rows.compactMap { $0.l0Pixels.map(Double.init) }, .largest)
    l0Features = figure(rows.compactMap { $0.l0Features.map(Double.init) }, .largest)
    l1 = figure(rows.compactMap(\.l1), .largest)
    l2 = figure(rows.compactMap(\.l2), .largest)
    linf = figure(rows.compactMap(\.linf), .largest)
    psnr = figure(rows.compactMap(\.psnr), .smallest)
    ssim = figure(rows.compactMap(\.ssim), .smallest)
  }

  private enum CodingKeys: String, CodingKey {
    case l0Pixels = "l0_pixels"
    case l0Features = "l0_features"
    case l1, l2, linf
    case psnr = "psnr_db"
    case ssim
  }
}

/// The median of each norm.
package typealias NormMedians = PerNorm<Double>

extension NormMedians {
  package init(of rows: [Norms]) {
    self.init(of: rows) { values, _ in Summary(of: values)?.median }
  }
}

/// Mean, median and worst value of each norm over the frames that were changed.
package struct NormSummary: Codable, Sendable, Equatable {
  /// How many frames were changed.
  package var frames: Int
  /// Written as keys beside `frames`.
  package var norms: PerNorm<Summary>

  /// - Parameter rows: frames whose pictures are equal are left out.
  package init(of rows: [Norms]) {
    let changed = rows.filter { $0.l0Pixels ?? 0 > 0 }
    frames = changed.count
    norms = PerNorm(of: changed) { Summary(of: $0, worst: $1) }
  }

  private enum CodingKeys: String, CodingKey {
    case frames
  }

  package init(from decoder: any Decoder) throws {
    frames = try decoder.container(keyedBy: CodingKeys.self).decode(Int.self, forKey: .frames)
    norms = try PerNorm(from: decoder)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(frames, forKey: .frames)
    try norms.encode(to: encoder)
  }
}
