import Foundation
import Groundwork

/// Where a data set's class folders are: `00000` to `00042` with a `GT-00000.csv` each, or without one.
struct GTSRBFolder: Sendable {
  /// The folder that holds the class folders, with a slash at its end.
  let path: String
  /// The class folders there are, by class number.
  let classes: [(sign: SignClass, folder: String)]

  /// Where the benchmark's archives and their usual copies put the class folders below the folder that is named.
  private static let usualPlaces = [
    "", "Images/", "Final_Training/Images/", "GTSRB/Final_Training/Images/", "Training/", "GTSRB/Training/", "Train/",
  ]

  /// Finds the class folders in or below `root`.
  /// - Throws: `GTSRBDataSetError.noClassFolders`, or `.file` when `root` itself cannot be read.
  init(below root: String) throws(GTSRBDataSetError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder) else {
      throw .file(FileFault(path: root, problem: .missing))
    }
    guard isFolder.boolValue else { throw .noClassFolders(path: root) }
    for place in GTSRBFolder.usualPlaces {
      let path = (root.hasSuffix("/") ? root : root + "/") + place
      let classes = GTSRBFolder.classFolders(in: path)
      if !classes.isEmpty {
        self.path = path
        self.classes = classes
        return
      }
    }
    throw .noClassFolders(path: root)
  }

  /// What is known of the photographs of some classes, in order of class number and then as the CSV file or, where
  /// there is none, the file names have it.
  func annotations(of wanted: Set<SignClass>) throws(GTSRBDataSetError) -> [GTSRBAnnotation] {
    var annotations: [GTSRBAnnotation] = []
    for (sign, folder) in classes where wanted.contains(sign) {
      let digits = String(sign.rawValue)
      let csv = "\(path)\(folder)/GT-\(String(repeating: "0", count: 5 - digits.count))\(digits).csv"
      if FileManager.default.fileExists(atPath: csv) {
        annotations += try GTSRBAnnotation.readCSV(csv, folder: folder + "/", expected: sign)
      } else {
        annotations += photographs(in: folder).map {
          GTSRBAnnotation(name: "\(folder)/\($0)", label: sign, region: nil)
        }
      }
    }
    return annotations
  }

  private func photographs(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path + folder)) ?? []
    return names.filter { name in
      [".ppm", ".png"].contains { name.lowercased().hasSuffix($0) } && !name.hasPrefix(".")
    }.sorted()
  }

  private static func classFolders(in path: String) -> [(SignClass, String)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let folders: [(SignClass, String)] = names.sorted().compactMap { name in
      guard name.allSatisfy(\.isNumber), let number = Int(name), let sign = SignClass(rawValue: number) else {
        return nil
      }
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: path + name, isDirectory: &isFolder)
      return exists && isFolder.boolValue ? (sign, name) : nil
    }
    return folders.sorted { $0.0.rawValue < $1.0.rawValue }
  }
}
