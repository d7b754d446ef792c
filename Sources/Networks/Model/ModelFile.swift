import Groundwork

/// A network as read from a file.
package struct LoadedModel: Sendable, Equatable {
  package let network: Network
  package let card: ModelCard
  /// Of the file's bytes, 64 lower-case hexadecimal digits.
  package let sha256: String
}

/// Reading and writing networks as safetensors files that PyTorch reads too.
///
/// Tensors have PyTorch's names and layouts; the metadata hold the architecture: `stopline.layers`, `stopline.input`,
/// `stopline.classes`, and the card.
package enum ModelFile {
  /// The strings in the metadata.
  enum Key {
    static let format = "format"
    static let classes = "stopline.classes"
    static let input = "stopline.input"
    static let layers = "stopline.layers"
    static let card = "stopline.card"
  }

  /// The value of `format`.
  static let formatName = "stopline"

  /// Reads a network; the file may come from anywhere.
  /// - Throws: `FileFault` when the file cannot be read, `ModelFileError` when its contents cannot be used.
  package static func read(_ path: String) throws -> LoadedModel {
    try decode(try WholeFile.read(path), path: path)
  }

  /// Writes a network; the file is there whole or not at all, and has the same bytes for the same values.
  /// - Throws: `FileFault` when the file cannot be written, `ModelFileError` when the network is not one that could be
  ///   read again: a NaN in its weights, layers that do not fit.
  package static func write(_ network: Network, card: ModelCard, to path: String) throws {
    try WholeFile.write(try encode(network, card: card, path: path), to: path)
  }
}
