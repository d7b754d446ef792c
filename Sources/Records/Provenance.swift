/// The program's version, in the program, the changelog and every record.
package enum ProgramVersion {
  package static let current = "0.2.0"
}

/// What scores were computed with: each choice gives its own bits.
package struct ArithmeticRecord: Codable, Sendable, Equatable {
  /// The instruction set that was used, never `automatic`: `avx512`, `avx2`, `neon`, `portable`.
  package var kernel: String
  /// How convolutions were computed, as asked for: `automatic` depends on the layers alone.
  package var algorithm: String

  package init(kernel: String, algorithm: String) {
    self.kernel = kernel
    self.algorithm = algorithm
  }
}

/// What was tested: a model with what defends it.
package struct SubjectRecord: Codable, Sendable, Equatable {
  package var model: ModelReference
  /// In the order in which they stand before the model; empty when nothing defends.
  package var defences: [MethodRecord]

  package init(model: ModelReference, defences: [MethodRecord]) {
    self.model = model
    self.defences = defences
  }
}

/// A method of a catalogue and its settings, in SI units.
package struct MethodRecord: Codable, Sendable, Equatable {
  package var name: String
  package var settings: [String: RecordedValue]

  package init(name: String, settings: [String: RecordedValue]) {
    self.name = name
    self.settings = settings
  }
}

/// Which pictures were used.
package struct DataRecord: Codable, Sendable, Equatable {
  /// The folder as the user gave it, or words for pictures that were rendered.
  package var path: String
  /// The SHA-256 over the pictures' own digests in their order, 64 hexadecimal digits.
  package var sha256: String
  package var images: Int

  package init(path: String, sha256: String, images: Int) {
    self.path = path
    self.sha256 = sha256
    self.images = images
  }
}
