/// Which model file was used.
package struct ModelReference: Codable, Sendable, Equatable {
  /// The path as the user gave it.
  package var path: String
  /// The SHA-256 of the file's bytes, 64 hexadecimal digits.
  package var sha256: String
  /// `stopline` for our own safetensors files.
  package var format: String

  package init(path: String, sha256: String, format: String = "stopline") {
    self.path = path
    self.sha256 = sha256
    self.format = format
  }
}
