import Scenarios
import ArgumentParser
import Experiments
import Foundation

/// Which network reads.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The network that reads: a .safetensors file, or a shipped model's name. (default: the shipped model)",
      valueName: "file"))
  var model: String?

  /// The model file; a name without a slash that is no file here is one of the shipped models.
  /// - Throws: `AssetFault` when the shipped models are needed and cannot be found.
  func path() throws(AssetFault) -> String {
    guard let model else { return try AssetFolder.ofThisProcess().model(named: AssetFolder.defaultModel) }
    return try ModelOptions.path(of: model)
  }

  /// The file of a model that a user names.
  /// - Throws: `AssetFault` when the shipped models are needed and cannot be found.
  static func path(of model: String) throws(AssetFault) -> String {
    let isName = !model.contains("/") && !model.hasSuffix(".safetensors")
    guard isName, !FileManager.default.fileExists(atPath: model) else { return model }
    return try AssetFolder.ofThisProcess().model(named: model)
  }

  /// The model file for a scenario, which names a network of its own unless the user names another.
  /// - Throws: `AssetFault` when the shipped models hold none of that name.
  func path(preferring choice: Scenario.ModelChoice, in assets: AssetFolder) throws(AssetFault) -> String {
    if model != nil { return try path() }
    switch choice {
    case .shipped(let name): return try assets.model(named: name)
    case .file(let path): return path
    }
  }
}
