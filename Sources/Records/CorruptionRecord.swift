/// What `stopline evaluate --corruptions` adds to its figures: how often a model errs on degraded pictures.
package struct CorruptionRecord: Codable, Sendable, Equatable {
  /// The version of this record's layout: `stopline.corruptions/2`.
  package var schema = "stopline.corruptions/2"
  package var model: ModelReference
  /// What the corruptions were drawn from.
  package var seed: UInt64
  /// How many photographs were corrupted.
  package var images: Int
  /// The share of the photographs that is misread as they are.
  package var cleanError: Double
  /// The mean error over the main corruptions and their severities, not normalised.
  package var meanCorruptionError: Double
  /// The figures relative to another model's; nil without a reference.
  @Nullable package var relative: RelativeCorruptionRecord?
  /// The class whose missed signs the rows count; nil where the model lacks it.
  @Nullable package var watched: ClassRecord?
  /// One row a corruption, in the benchmark's order.
  package var rows: [CorruptionRow]

  package init(
    model: ModelReference, seed: UInt64, images: Int, cleanError: Double, meanCorruptionError: Double,
    relative: RelativeCorruptionRecord?, watched: ClassRecord?, rows: [CorruptionRow]
  ) {
    self.model = model
    self.seed = seed
    self.images = images
    self.cleanError = cleanError
    self.meanCorruptionError = meanCorruptionError
    self.relative = relative
    self.watched = watched
    self.rows = rows
  }

  private enum CodingKeys: String, CodingKey {
    case schema, model, seed, images
    case cleanError = "clean_error"
    case meanCorruptionError = "mean_corruption_error"
    case relative, watched, rows
  }
}

/// One kind of degradation at five severities. All figures are shares, in [0, 1].
package struct CorruptionRow: Codable, Sendable, Equatable {
  /// What a row counts for.
  package enum Group: String, Codable, Sendable {
    /// One of the fifteen of the mean.
    case main
    /// One of the four that the mean leaves out.
    case extra
    /// Weather that the renderer made, on signs that it rendered.
    case rendered
  }

  package var name: String
  /// What it comes from: noise, blur, weather, digital.
  package var family: String
  package var group: Group
  /// The error on the same pictures without it.
  package var cleanError: Double
  /// The error at severity 1 to 5.
  package var errors: [Double]
  /// Of the signs of the watched class, those not read as it at severity 1 to 5; nil where there is no such sign.
  @Nullable package var missed: [RateRecord]?
  /// CE: the errors' sum over that of the reference; nil without one, or where the reference makes no error.
  @Nullable package var corruptionError: Double?

  package init(
    name: String, family: String, group: Group, cleanError: Double, errors: [Double], missed: [RateRecord]?,
    corruptionError: Double? = nil
  ) {
    self.name = name
    self.family = family
    self.group = group
    self.cleanError = cleanError
    self.errors = errors
    self.missed = missed
    self.corruptionError = corruptionError
  }

  /// The mean error over the severities.
  package var meanError: Double { errors.reduce(0, +) / Double(max(errors.count, 1)) }

  private enum CodingKeys: String, CodingKey {
    case name, family, group
    case cleanError = "clean_error"
    case errors
    case missed
    case corruptionError = "corruption_error"
  }
}

/// A model's corruption errors beside those of a reference model (Hendrycks and Dietterich 2019, section 4.2).
package struct RelativeCorruptionRecord: Codable, Sendable, Equatable {
  /// The reference model.
  package var model: ModelReference
  /// mCE: the mean of CE over the main corruptions; 1 is as good as the reference, below is better.
  @Nullable package var mean: Double?
  /// Relative mCE: the same with each model's clean error taken off, so that only the loss counts.
  @Nullable package var meanOfLoss: Double?

  package init(model: ModelReference, mean: Double?, meanOfLoss: Double?) {
    self.model = model
    self.mean = mean
    self.meanOfLoss = meanOfLoss
  }

  private enum CodingKeys: String, CodingKey {
    case model
    case mean = "mce"
    case meanOfLoss = "relative_mce"
  }
}
