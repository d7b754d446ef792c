import Groundwork

/// Named tensors in a safetensors file, for programs that compare figures: `safetensors.torch.load_file` reads it in a
/// line.
package enum TensorFile {
  /// Writes tensors as float32, in their order, whole or not at all; the same values give the same bytes.
  /// - Parameters:
  ///   - tensors: of different names.
  ///   - metadata: what the tensors are, for people and programs that look.
  ///   - path: the file.
  /// - Throws: `FileFault` when the file cannot be written, `ModelFileError` when a value is not finite.
  package static func write(
    _ tensors: [(name: String, tensor: Tensor)], metadata: [String: String], to path: String
  ) throws {
    let bytes: [UInt8]
    do {
      bytes = try SafeTensors(metadata: metadata, tensors: tensors).encoded()
    } catch {
      throw ModelFileError(path: path, problem: .container(error))
    }
    try WholeFile.write(bytes, to: path)
  }
}
