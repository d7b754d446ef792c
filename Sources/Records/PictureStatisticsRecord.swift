/// `statistics.json` of `stopline gallery --beside`: how rendered pictures and photographs are spread over a few figures
/// that can be taken of any picture.
package struct PictureStatisticsRecord: Codable, Sendable, Equatable {
  /// The version of this record's layout: `stopline.picture-statistics/1`.
  package var schema = "stopline.picture-statistics/1"
  /// What the rendered pictures were drawn from.
  package var seed: UInt64
  /// How many photographs were measured, and as many rendered pictures, class by class.
  package var pictures: Int
  /// Over all classes, one entry a statistic.
  package var statistics: [StatisticComparison]
  /// One entry a class that has photographs, in order of class number.
  package var perClass: [ClassPictureStatistics]

  package init(
    seed: UInt64, pictures: Int, statistics: [StatisticComparison], perClass: [ClassPictureStatistics]
  ) {
    self.seed = seed
    self.pictures = pictures
    self.statistics = statistics
    self.perClass = perClass
  }

  private enum CodingKeys: String, CodingKey {
    case schema, seed, pictures, statistics
    case perClass = "per_class"
  }
}

/// The pictures of one class.
package struct ClassPictureStatistics: Codable, Sendable, Equatable {
  package var classNumber: Int
  package var name: String
  /// Photographs, and as many rendered pictures.
  package var pictures: Int
  package var statistics: [StatisticComparison]

  package init(classNumber: Int, name: String, pictures: Int, statistics: [StatisticComparison]) {
    self.classNumber = classNumber
    self.name = name
    self.pictures = pictures
    self.statistics = statistics
  }

  private enum CodingKeys: String, CodingKey {
    case classNumber = "class"
    case name, pictures, statistics
  }
}

/// One statistic of rendered pictures beside that of photographs.
package struct StatisticComparison: Codable, Sendable, Equatable {
  /// `brightness`, `contrast`, `sharpness`, `colorfulness`, `red`, `green`, `blue`.
  package var statistic: String
  package var rendered: Spread
  package var photographs: Spread
  /// The Kolmogorov-Smirnov statistic: the largest difference between the shares of both that lie below a value, in
  /// [0, 1].
  package var distance: Double
  /// The same between photographs of one half of the physical signs and those of the other: what chance in the choice of
  /// signs does; nil when there is only one sign.
  @Nullable package var distanceOfHalves: Double?
  /// How both are spread; only over all classes.
  @Nullable package var histogram: Histogram?

  package init(
    statistic: String, rendered: Spread, photographs: Spread, distance: Double, distanceOfHalves: Double?,
    histogram: Histogram?
  ) {
    self.statistic = statistic
    self.rendered = rendered
    self.photographs = photographs
    self.distance = distance
    self.distanceOfHalves = distanceOfHalves
    self.histogram = histogram
  }

  private enum CodingKeys: String, CodingKey {
    case statistic, rendered, photographs, distance
    case distanceOfHalves = "distance_of_halves"
    case histogram
  }

  /// Where the values lie.
  package struct Spread: Codable, Sendable, Equatable {
    /// 5 % of the values lie below.
    package var low: Double
    package var median: Double
    /// 5 % of the values lie above.
    package var high: Double

    package init(low: Double, median: Double, high: Double) {
      self.low = low
      self.median = median
      self.high = high
    }

    private enum CodingKeys: String, CodingKey {
      case low = "p5"
      case median = "p50"
      case high = "p95"
    }
  }

  /// Shares of the values in equal parts of a range; the parts at its ends hold what lies outside, too.
  package struct Histogram: Codable, Sendable, Equatable {
    package var low: Double
    package var high: Double
    package var rendered: [Double]
    package var photographs: [Double]

    package init(low: Double, high: Double, rendered: [Double], photographs: [Double]) {
      self.low = low
      self.high = high
      self.rendered = rendered
      self.photographs = photographs
    }
  }
}
