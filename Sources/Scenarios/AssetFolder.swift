import Foundation
import Groundwork

/// Where the shipped models and sign faces lie.
package struct AssetFolder: Sendable, Equatable {
  /// The folder that holds `Models` and `Signs`.
  package let path: String

  /// The model that reads when none is named: a file of `Models`, without its ending.
  package static let defaultModel = "merged"

  package init(path: String) { self.path = path }

  /// Finds the folder: what `STOPLINE_ASSETS` names, else `Assets` in the current folder, else `Assets` in the folder
  /// of the program or the nearest one above it.
  /// - Parameters:
  ///   - environment: the process's environment.
  ///   - program: the program's own path, symbolic links resolved; nil when it is not known.
  ///   - currentFolder: where relative paths start.
  /// - Throws: `AssetFault` when none of these holds a `Models` folder.
  package static func find(
    environment: [String: String], program: String?, currentFolder: String
  ) throws(AssetFault) -> AssetFolder {
    if let named = environment["STOPLINE_ASSETS"], !named.isEmpty {
      guard holdsModels(named) else { throw AssetFault(problem: .notAssets(named)) }
      return AssetFolder(path: named)
    }
    if holdsModels(currentFolder + "/Assets") { return AssetFolder(path: "Assets") }
    var folder = program.map { URL(fileURLWithPath: $0).deletingLastPathComponent().standardizedFileURL }
    while let place = folder {
      let candidate = place.appendingPathComponent("Assets").path
      if holdsModels(candidate) { return AssetFolder(path: candidate) }
      let above = place.deletingLastPathComponent().standardizedFileURL
      folder = above.path == place.path || place.path == "/" ? nil : above
    }
    throw AssetFault(problem: .notFound)
  }

  /// The folder of the sign faces.
  package var signs: String { path + "/Signs" }

  /// The file of a shipped model.
  package func model(named name: String) throws(AssetFault) -> String {
    let file = "\(path)/Models/\(name).safetensors"
    guard FileManager.default.fileExists(atPath: file) else {
      throw AssetFault(problem: .noModel(name, shipped: modelNames, folder: path))
    }
    return file
  }

  /// The shipped models' names, in alphabetical order.
  package var modelNames: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path + "/Models")) ?? []
    return files.filter { $0.hasSuffix(".safetensors") }.map { String($0.dropLast(".safetensors".count)) }.sorted()
  }

  private static func holdsModels(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path + "/Models", isDirectory: &isFolder) && isFolder.boolValue
  }
}

/// Shipped files that cannot be found.
package struct AssetFault: ExplainedError, Equatable {
  package enum Problem: Sendable, Equatable {
    /// No folder of assets in any of the usual places.
    case notFound
    /// What `STOPLINE_ASSETS` names holds no `Models`.
    case notAssets(String)
    /// There is no shipped model of that name.
    case noModel(String, shipped: [String], folder: String)
  }

  package let problem: Problem

  package var kind: FaultKind { .missingInput }

  package var description: String {
    switch problem {
    case .notFound:
      return "The folder Assets with the shipped models is nowhere above the program or here; "
        + "run stopline from the project's folder or set STOPLINE_ASSETS to it."
    case .notAssets(let path):
      return "\(path): STOPLINE_ASSETS names it, and it holds no folder Models; set it to the project's Assets."
    case .noModel(let name, let shipped, let folder):
      let remedy =
        if let nearest = Spelling.nearest(to: name, among: shipped) {
          "did you mean '\(nearest)'?"
        } else if shipped.isEmpty {
          "name a model file with --model."
        } else {
          "there are \(shipped.joined(separator: ", "))."
        }
      return "\(folder)/Models: holds no model '\(name)'; \(remedy)"
    }
  }
}
