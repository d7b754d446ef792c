/// Which scenario was driven, and with what.
package struct ScenarioRecord: Codable, Sendable, Equatable {
  package var name: String
  /// The SHA-256 of the file's bytes, 64 hexadecimal digits; nil for a scenario that was made in code.
  @Nullable package var sha256: String?
  /// Every key that does something, by section, with its value and unit as a scenario file has them; what the file leaves
  /// out has its default. The keys outside all sections are under `scenario`.
  package var resolved: [String: [String: String]]

  package init(name: String, sha256: String?, resolved: [String: [String: String]]) {
    self.name = name
    self.sha256 = sha256
    self.resolved = resolved
  }
}

/// What stands at the line.
package struct SignRecord: Codable, Sendable, Equatable {
  /// The class number in the reader's own list.
  package var classNumber: Int
  /// The class's name in that list.
  package var name: String
  /// What it asks of a driver: `stand`, `give-way`, `keep-below`, `keep-out` or `none`.
  package var demand: String
  /// The speed that it allows, in m/s; nil where it limits none.
  @Nullable package var limit: Double?
  /// Whether the simulated driver does anything for such a sign.
  package var isActedOn: Bool

  package init(classNumber: Int, name: String, demand: String, limit: Double?, isActedOn: Bool) {
    self.classNumber = classNumber
    self.name = name
    self.demand = demand
    self.limit = limit
    self.isActedOn = isActedOn
  }

  private enum CodingKeys: String, CodingKey {
    case classNumber = "class"
    case name, demand
    case limit = "limit_mps"
    case isActedOn = "acted_on"
  }
}
