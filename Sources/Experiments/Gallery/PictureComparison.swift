import Groundwork
import Imaging
import Records
import Signs

/// Rendered pictures beside photographs: as many of each class as there are photographs, so that both have the same mix.
package struct PictureComparison: Sendable {
  private let pictures: SyntheticPictures
  private let photographs: GTSRBDataSet
  private let seed: UInt64
  /// The photographs that are measured, by class number.
  private let chosen: [[Int]]

  /// The parts of a histogram.
  private static let parts = 40

  /// - Parameters:
  ///   - pictures: what draws.
  ///   - photographs: at least one.
  ///   - limit: the most photographs of a class, spread evenly over its own; nil for all.
  ///   - seed: what the pictures are drawn from, for the record.
  package init(_ pictures: SyntheticPictures, beside photographs: GTSRBDataSet, atMost limit: Int? = nil, seed: UInt64)
  {
    precondition(photographs.count > 0, "there are photographs to compare with")
    self.pictures = pictures
    self.photographs = photographs
    self.seed = seed
    var places = [[Int]](repeating: [], count: SignClass.count)
    for (place, label) in photographs.labels.enumerated() { places[label.rawValue].append(place) }
    chosen = places.map { $0.spreadEvenly(limit ?? $0.count) }
  }

  /// Measures all pictures.
  /// - Parameters:
  ///   - loop: what shares the work; the record does not depend on its threads.
  ///   - progress: told after each class how many pictures of how many are measured.
  package func callAsFunction(
    loop: ConcurrentLoop, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) -> PictureStatisticsRecord {
    let total = chosen.reduce(0) { $0 + $1.count }
    var all = Measured()
    var perClass: [ClassPictureStatistics] = []
    for sign in SignClass.allCases where !chosen[sign.rawValue].isEmpty {
      let places = chosen[sign.rawValue]
      let measured = Measured(
        rendered: rendered(sign, count: places.count, loop: loop), photographs: measure(places, loop: loop),
        halves: places.map { photographs.tracks[$0].isMultiple(of: 2) })
      perClass.append(
        ClassPictureStatistics(
          classNumber: sign.rawValue, name: sign.name, pictures: places.count,
          statistics: measured.comparisons(parts: nil)))
      all.append(measured)
      progress(all.photographs.count, total)
    }
    return PictureStatisticsRecord(
      seed: seed, pictures: total, statistics: all.comparisons(parts: Self.parts), perClass: perClass)
  }

  /// A few pictures of each class that has photographs: the first rendered ones, and photographs spread evenly.
  package func samples(_ count: Int) -> [(sign: SignClass, rendered: [Image], photographs: [Image])] {
    SignClass.allCases.filter { !chosen[$0.rawValue].isEmpty }.map { sign in
      let places = chosen[sign.rawValue].spreadEvenly(count)
      return (sign, pictures.images(of: sign, count: places.count), places.map(photographs.image))
    }
  }

  private func rendered(_ sign: SignClass, count: Int, loop: ConcurrentLoop) -> [PictureStatistics] {
    loop.map(count) { PictureStatistics(of: pictures.image(of: sign, index: $0)) }
  }

  private func measure(_ places: [Int], loop: ConcurrentLoop) -> [PictureStatistics] {
    loop.map(places.count) { PictureStatistics(of: photographs.image(at: places[$0])) }
  }
}

/// The figures of pictures of both kinds.
private struct Measured {
  var rendered: [PictureStatistics] = []
  var photographs: [PictureStatistics] = []
  /// To which half of the physical signs each photograph belongs.
  var halves: [Bool] = []

  mutating func append(_ other: Measured) {
    rendered += other.rendered
    photographs += other.photographs
    halves += other.halves
  }

  /// One comparison a statistic.
  /// - Parameter parts: of its histogram; nil for none.
  func comparisons(parts: Int?) -> [StatisticComparison] {
    PictureStatistic.allCases.map { statistic in
      let drawn = Distribution(rendered.map { $0[statistic] })
      let real = Distribution(photographs.map { $0[statistic] })
      return StatisticComparison(
        statistic: statistic.rawValue, rendered: .init(drawn), photographs: .init(real),
        distance: drawn.distance(to: real), distanceOfHalves: distanceOfHalves(statistic),
        histogram: parts.map { .init(rendered: drawn, photographs: real, parts: $0) })
    }
  }

  private func distanceOfHalves(_ statistic: PictureStatistic) -> Double? {
    let values = { half in zip(photographs, halves).filter { $0.1 == half }.map { $0.0[statistic] } }
    let (even, odd) = (values(true), values(false))
    guard !even.isEmpty, !odd.isEmpty else { return nil }
    return Distribution(even).distance(to: Distribution(odd))
  }
}

extension StatisticComparison.Spread {
  init(_ values: Distribution) {
    self.init(low: values.quantile(0.05), median: values.quantile(0.5), high: values.quantile(0.95))
  }
}

extension StatisticComparison.Histogram {
  /// Over a range that leaves out one value of a thousand at each end.
  init(rendered: Distribution, photographs: Distribution, parts: Int) {
    let low = min(rendered.quantile(0.001), photographs.quantile(0.001))
    let high = max(rendered.quantile(0.999), photographs.quantile(0.999))
    self.init(
      low: low, high: high, rendered: rendered.shares(in: low...high, parts: parts),
      photographs: photographs.shares(in: low...high, parts: parts))
  }
}

extension SyntheticPictures {
  /// A class's first pictures.
  package func images(of sign: SignClass, count: Int) -> [Image] {
    (0..<count).map { image(of: sign, index: $0) }
  }

  /// One picture.
  func image(of sign: SignClass, index: Int) -> Image {
    var image = Image(width: side, height: side)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: valuesPerPicture) { levels in
      levels.initialize(repeating: 0)
      draw(sign, index: index, into: levels)
      for (at, level) in levels.enumerated() { image.samples[at] = Float(level) / 255 }
    }
    return image
  }
}

extension Array {
  /// So many of the elements, equally far apart; all of them when there are no more.
  func spreadEvenly(_ count: Int) -> [Element] {
    count >= self.count ? self : (0..<count).map { self[$0 * self.count / count] }
  }
}
