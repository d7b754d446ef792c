/// What `stopline attack` writes to `attack.json`: one method against many images.
package struct AttackRecord: Codable, Sendable, Equatable {
  /// The version of this record's layout.
  package static let currentSchema = "stopline.attack/2"

  package var schema = AttackRecord.currentSchema
  package var version = ProgramVersion.current
  package var arithmetic: ArithmeticRecord
  package var subject: SubjectRecord
  package var data: DataRecord
  package var seed: UInt64
  /// Written as keys of the record itself.
  package var attack: AttackDescription
  package var images: [AttackedImageRecord]
  package var summary: AttackSummary
  package var control: AttackControlRecord

  package init(
    arithmetic: ArithmeticRecord, subject: SubjectRecord, data: DataRecord, seed: UInt64, attack: AttackDescription,
    images: [AttackedImageRecord], control: AttackControlRecord
  ) {
    self.arithmetic = arithmetic
    self.subject = subject
    self.data = data
    self.seed = seed
    self.attack = attack
    self.images = images
    self.summary = AttackSummary(of: images)
    self.control = control
  }

  private enum CodingKeys: String, CodingKey {
    case schema, version, arithmetic, subject, data, seed, images, summary, control
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    schema = try container.decode(String.self, forKey: .schema)
    version = try container.decode(String.self, forKey: .version)
    arithmetic = try container.decode(ArithmeticRecord.self, forKey: .arithmetic)
    subject = try container.decode(SubjectRecord.self, forKey: .subject)
    data = try container.decode(DataRecord.self, forKey: .data)
    seed = try container.decode(UInt64.self, forKey: .seed)
    attack = try AttackDescription(from: decoder)
    images = try container.decode([AttackedImageRecord].self, forKey: .images)
    summary = try container.decode(AttackSummary.self, forKey: .summary)
    control = try container.decode(AttackControlRecord.self, forKey: .control)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schema, forKey: .schema)
    try container.encode(version, forKey: .version)
    try container.encode(arithmetic, forKey: .arithmetic)
    try container.encode(subject, forKey: .subject)
    try container.encode(data, forKey: .data)
    try container.encode(seed, forKey: .seed)
    try attack.encode(to: encoder)
    try container.encode(images, forKey: .images)
    try container.encode(summary, forKey: .summary)
    try container.encode(control, forKey: .control)
  }
}
