/// What `stopline attack` writes to `attack.json`: one method against many images.
package struct AttackRecord: Codable, Sendable, Equatable {
  /// The version of this record's layout: `stopline.attack/1`.
  package var schema = "stopline.attack/1"
  package var method: String
  package var goal: GoalRecord
  /// Steps, bounds, queries: whatever bounds the method.
  package var budget: [String: RecordedValue]
  package var seed: UInt64
  package var model: ModelReference
  package var images: [AttackedImageRecord]
  package var summary: AttackSummary

  /// - Parameter interval95: the 95 % interval of the success rate, two numbers in [0, 1].
  package init(
    method: String, goal: GoalRecord, budget: [String: RecordedValue], seed: UInt64, model: ModelReference,
    images: [AttackedImageRecord], interval95: ClosedRange<Double>
  ) {
    self.method = method
    self.goal = goal
    self.budget = budget
    self.seed = seed
    self.model = model
    self.images = images
    self.summary = AttackSummary(of: images, interval95: interval95)
  }
}

/// One image under attack.
package struct AttackedImageRecord: Codable, Sendable, Equatable {
  /// What `NAME.clean.png` and `NAME.crafted.png` begin with.
  package var name: String
  package var clean: ReadingRecord
  package var crafted: ReadingRecord
  /// Whether the crafted picture, re-read after rounding to 8 bits, meets the goal.
  package var success: Bool
  /// Written as keys of the image itself.
  package var norms: Norms
  /// Written as keys of the image itself.
  package var cost: CostRecord

  package init(
    name: String, clean: ReadingRecord, crafted: ReadingRecord, success: Bool, norms: Norms, cost: CostRecord
  ) {
    self.name = name
    self.clean = clean
    self.crafted = crafted
    self.success = success
    self.norms = norms
    self.cost = cost
  }

  private enum CodingKeys: String, CodingKey {
    case name, clean, crafted, success
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    clean = try container.decode(ReadingRecord.self, forKey: .clean)
    crafted = try container.decode(ReadingRecord.self, forKey: .crafted)
    success = try container.decode(Bool.self, forKey: .success)
    norms = try Norms(from: decoder)
    cost = try CostRecord(from: decoder)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(clean, forKey: .clean)
    try container.encode(crafted, forKey: .crafted)
    try container.encode(success, forKey: .success)
    try norms.encode(to: encoder)
    try cost.encode(to: encoder)
  }
}

/// What an attack came to over all images.
package struct AttackSummary: Codable, Sendable, Equatable {
  /// How many images were attacked.
  package var images: Int
  /// How many of them met the goal.
  package var success: Int
  /// The 95 % interval of the success rate: low, high.
  package var interval95: [Double]
  /// The medians over the images that met the goal.
  package var median: NormMedians

  package init(of images: [AttackedImageRecord], interval95: ClosedRange<Double>) {
    let met = images.filter(\.success)
    self.images = images.count
    success = met.count
    self.interval95 = [interval95.lowerBound, interval95.upperBound]
    median = NormMedians(of: met.map(\.norms))
  }
}
