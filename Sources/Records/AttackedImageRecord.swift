/// What an attack came to on one image.
package enum AttackStatus: String, Codable, Sendable, CaseIterable {
  /// It was read as what it shows and is now read as the goal asks.
  case turned
  /// It was read as what it shows, and the goal is not met.
  case held
  /// It was not read as what it shows before, so nothing can be said.
  case misread
  /// More was changed or asked than the limits allow.
  case overBudget = "over-budget"
}

/// One image under attack.
package struct AttackedImageRecord: Codable, Sendable, Equatable {
  /// What `NAME.clean.png` and `NAME.crafted.png` begin with.
  package var name: String
  /// The path as the user gave it.
  package var file: String
  /// The SHA-256 of the file's bytes, 64 hexadecimal digits.
  package var sha256: String
  package var clean: ReadingRecord
  /// Of the crafted picture, read again after rounding to 8 bits.
  package var crafted: ReadingRecord
  package var status: AttackStatus
  /// Written as keys of the image itself.
  package var norms: Norms
  /// Written as keys of the image itself.
  package var cost: CostRecord

  package init(
    name: String, file: String, sha256: String, clean: ReadingRecord, crafted: ReadingRecord, status: AttackStatus,
    norms: Norms,
    cost: CostRecord
  ) {
    self.name = name
    self.file = file
    self.sha256 = sha256
    self.clean = clean
    self.crafted = crafted
    self.status = status
    self.norms = norms
    self.cost = cost
  }

  /// Whether the crafted picture meets the goal; written as a key of its own.
  package var success: Bool { status == .turned }

  private enum CodingKeys: String, CodingKey {
    case name, file, sha256, clean, crafted, status, success
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    file = try container.decode(String.self, forKey: .file)
    sha256 = try container.decode(String.self, forKey: .sha256)
    clean = try container.decode(ReadingRecord.self, forKey: .clean)
    crafted = try container.decode(ReadingRecord.self, forKey: .crafted)
    status = try container.decode(AttackStatus.self, forKey: .status)
    norms = try Norms(from: decoder)
    cost = try CostRecord(from: decoder)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(file, forKey: .file)
    try container.encode(sha256, forKey: .sha256)
    try container.encode(clean, forKey: .clean)
    try container.encode(crafted, forKey: .crafted)
    try container.encode(status, forKey: .status)
    try container.encode(success, forKey: .success)
    try norms.encode(to: encoder)
    try cost.encode(to: encoder)
  }
}
