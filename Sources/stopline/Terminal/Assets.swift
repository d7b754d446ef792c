import Scenarios
import Experiments
import Foundation

extension AssetFolder {
  /// The folder that belongs to this process.
  static func ofThisProcess() throws(AssetFault) -> AssetFolder {
    try find(
      environment: ProcessInfo.processInfo.environment,
      program: Bundle.main.executableURL?.resolvingSymlinksInPath().path,
      currentFolder: FileManager.default.currentDirectoryPath)
  }
}
