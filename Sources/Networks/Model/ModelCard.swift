/// Where a model comes from: what a model file says of itself beside its weights. Any of it may be unknown.
package struct ModelCard: Sendable, Equatable, Codable {
  /// The pictures that it was trained on.
  package var trainingData: String?
  package var seed: UInt64?
  package var epochs: Int?
  /// The part of the validation pictures that it reads correctly.
  package var accuracy: Double?
  /// When it was trained, as the one who trained it wrote it (2026-11-24).
  package var date: String?
  /// The command that made it.
  package var command: String?
  /// Anything else, under keys of its own; values that are not strings are left out when read.
  package var notes: [String: String] = [:]

  package init(
    trainingData: String? = nil, seed: UInt64? = nil, epochs: Int? = nil, accuracy: Double? = nil,
    date: String? = nil, command: String? = nil, notes: [String: String] = [:]
  ) {
    self.trainingData = trainingData
    self.seed = seed
    self.epochs = epochs
    self.accuracy = accuracy
    self.date = date
    self.command = command
    self.notes = notes
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case trainingData = "training_data"
    case seed, epochs, accuracy, date, command
  }

  package init(from decoder: any Decoder) throws {
    let known = try decoder.container(keyedBy: CodingKeys.self)
    trainingData = try known.decodeIfPresent(String.self, forKey: .trainingData)
    seed = try known.decodeIfPresent(UInt64.self, forKey: .seed)
    epochs = try known.decodeIfPresent(Int.self, forKey: .epochs)
    accuracy = try known.decodeIfPresent(Double.self, forKey: .accuracy)
    date = try known.decodeIfPresent(String.self, forKey: .date)
    command = try known.decodeIfPresent(String.self, forKey: .command)
    let all = try decoder.container(keyedBy: AnyKey.self)
    for key in all.allKeys where CodingKeys(rawValue: key.stringValue) == nil {
      notes[key.stringValue] = try? all.decode(String.self, forKey: key)
    }
  }

  /// - Precondition: `accuracy` is a number.
  package func encode(to encoder: any Encoder) throws {
    var all = encoder.container(keyedBy: AnyKey.self)
    for (key, note) in notes where CodingKeys(rawValue: key) == nil { try all.encode(note, forKey: AnyKey(key)) }
    var known = encoder.container(keyedBy: CodingKeys.self)
    try known.encodeIfPresent(trainingData, forKey: .trainingData)
    try known.encodeIfPresent(seed, forKey: .seed)
    try known.encodeIfPresent(epochs, forKey: .epochs)
    try known.encodeIfPresent(accuracy, forKey: .accuracy)
    try known.encodeIfPresent(date, forKey: .date)
    try known.encodeIfPresent(command, forKey: .command)
  }
}
