import Driving
import Foundation
import Groundwork
import Settings

extension Scenario {
  /// Reads a scenario file and those that it extends; what they leave out has its default, and the paths in each start at
  /// its own folder.
  /// - Parameter options: what the command line sets in place of what the file says.
  /// - Throws: `FileFault` when the file cannot be read; `ScenarioError` with the line when it is no scenario.
  package static func read(_ path: String, setting options: [ScenarioOption] = []) throws -> Scenario {
    try Scenario(
      bytes: WholeFile.read(path, limit: ScenarioDocument.sizeLimit), path: path, setting: options)
  }

  /// A scenario from a file's content.
  /// - Parameters:
  ///   - bytes: YAML text in UTF-8.
  ///   - path: the file as the user named it; gives the scenario its name and its relative paths their start.
  ///   - options: what the command line sets.
  /// - Throws: `ScenarioError` with the line that is wrong.
  package init(bytes: [UInt8], path: String, setting options: [ScenarioOption] = []) throws(ScenarioError) {
    self.init()
    name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    let chain = try ScenarioChain(bytes: bytes, path: path) { (path) throws(FileFault) in
      try WholeFile.read(path, limit: ScenarioDocument.sizeLimit)
    }
    var reading = ScenarioReading(document: chain.documents[chain.documents.count - 1], scenario: self)
    var entries = ScenarioEntries()
    for document in chain.documents { try entries.take(document) }
    try entries.take(options)
    try reading.read(entries)
    self = reading.scenario
    origin.digest = chain.digest
    origin.lines = reading.lines
    origin.own = entries.own
  }
}

/// A document on its way into a scenario.
struct ScenarioReading {
  /// The user's own file.
  let document: ScenarioDocument
  var scenario: Scenario
  /// Where each section and key that is given stands: `vehicle`, `vehicle.speed`.
  var lines: [String: ScenarioLine] = [:]

  init(document: ScenarioDocument, scenario: Scenario) {
    self.document = document
    self.scenario = scenario
  }

  mutating func read(_ entries: ScenarioEntries) throws(ScenarioError) {
    for entry in entries.top {
      if let key = Scenario.setting(named: entry.key) { try assign(key, entry, in: nil) }
    }
    for (section, entries) in entries.sections {
      lines[section.name] = entries.first?.keyLine
      try read(section, entries)
    }
    try check()
  }

  private mutating func read(
    _ section: ScenarioSection, _ entries: [ScenarioDocument.Entry]
  ) throws(ScenarioError) {
    if section.name == ScenarioSchema.attack.name { return try readAttack(entries) }
    for item in entries {
      guard let key = section.key(named: item.key) else {
        throw fault(item.keyLine, ScenarioSchema.unknown(item.key, in: section))
      }
      try assign(key, item, in: section)
    }
  }

  mutating func assign(
    _ key: ScenarioKey, _ entry: ScenarioDocument.Entry, in section: ScenarioSection?
  ) throws(ScenarioError) {
    let name = (section.map { $0.name + "." } ?? "") + key.name
    lines[name] = entry.keyLine
    let text =
      section == nil && Scenario.lists.contains(key.name)
      ? try document.listText(of: entry, named: name) : try document.text(of: entry, named: name)
    do {
      try key.assign(text, &scenario)
    } catch {
      throw fault(entry.valueLine, "\(name) \(error.text)")
    }
    // Paths start at the folder of the file that they stand in.
    if let path = ScenarioSchema.paths[name], case .file(let file, _) = entry.valueLine {
      scenario[keyPath: path] = scenario[keyPath: path].map(file.sibling)
    }
  }

  // MARK: What must hold between keys

  private func check() throws(ScenarioError) {
    do {
      try scenario.vehicle.validate()
    } catch {
      throw fault(lines[error.setting] ?? lines["vehicle"], error.description)
    }
    if let problem = scenario.impossibility {
      throw fault(problem.settings.lazy.compactMap { lines[$0] }.first, problem.sentence)
    }
    if lines["defences"] != nil, let line = lines["perception.rejection_threshold"] {
      throw fault(
        line,
        "perception.rejection_threshold is a short form of defences, which are given too; write the threshold there.")
    }
    if case .toward(scenario.sign.face) = scenario.attack.aim, scenario.attack.method != nil {
      throw fault(
        lines["attack.goal"] ?? lines["sign.face"],
        "attack.goal is '\(scenario.sign.face.name)', which the sign is already; name another class or 'away'.")
    }
  }

  func fault(_ line: ScenarioLine?, _ problem: String) -> ScenarioError {
    ScenarioError(at: line ?? .file(document.path, line: nil), problem: problem)
  }
}
