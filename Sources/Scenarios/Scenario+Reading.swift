import Driving
import Foundation
import Groundwork

extension Scenario {
  /// Reads a scenario file; what it leaves out has its default, and its paths start at the file's own folder.
  /// - Throws: `FileFault` when the file cannot be read; `ScenarioError` with the line when it is no scenario.
  package static func read(_ path: String) throws -> Scenario {
    try Scenario(bytes: WholeFile.read(path, limit: ScenarioDocument.sizeLimit), path: path)
  }

  /// A scenario from a file's content.
  /// - Parameters:
  ///   - bytes: YAML text in UTF-8.
  ///   - path: the file as the user named it; gives the scenario its name and its relative paths their start.
  /// - Throws: `ScenarioError` with the line that is wrong.
  package init(bytes: [UInt8], path: String) throws(ScenarioError) {
    self.init()
    name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    var reading = ScenarioReading(document: try ScenarioDocument(bytes: bytes, path: path), scenario: self)
    try reading.readAll()
    self = reading.scenario
    origin.digest = SHA256.hexDigest(of: bytes)
    resolvePaths(from: path)
  }

  private mutating func resolvePaths(from file: String) {
    func resolved(_ path: String) -> String {
      guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
      return file[...slash] + path
    }
    sign.picture = sign.picture.map(resolved)
    if case .file(let path) = perception.model { perception.model = .file(resolved(path)) }
  }
}

/// A document on its way into a scenario.
private struct ScenarioReading {
  let document: ScenarioDocument
  var scenario: Scenario
  /// The line of each section and key that the file gives: `vehicle`, `vehicle.speed`.
  var lines: [String: Int] = [:]

  init(document: ScenarioDocument, scenario: Scenario) {
    self.document = document
    self.scenario = scenario
  }

  mutating func readAll() throws(ScenarioError) {
    for entry in document.entries {
      if let key = Scenario.settings.first(where: { $0.name == entry.key }) {
        try assign(key, entry, in: nil)
      } else if let section = ScenarioSchema.section(named: entry.key) {
        try read(section, entry)
      } else {
        throw fault(entry.keyLine, unknown(entry.key))
      }
    }
    try check()
  }

  private mutating func read(_ section: ScenarioSection, _ entry: ScenarioDocument.Entry) throws(ScenarioError) {
    lines[section.name] = entry.keyLine
    for item in try document.entries(in: entry) {
      guard let key = section.key(named: item.key) else {
        throw fault(item.keyLine, unknown(item.key, in: section))
      }
      try assign(key, item, in: section)
    }
  }

  private mutating func assign(
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
  }

  // MARK: What must hold between keys

  private func check() throws(ScenarioError) {
    do {
      try scenario.vehicle.validate()
    } catch {
      throw fault(lines[error.setting] ?? lines["vehicle"], error.description)
    }
    if lines["defences"] != nil, let line = lines["perception.rejection_threshold"] {
      throw fault(
        line,
        "perception.rejection_threshold is a short form of defences, which are given too; write the threshold there.")
    }
    if case .toward(scenario.sign.face) = scenario.attack.aim, scenario.attack.method != .none {
      throw fault(
        lines["attack.goal"] ?? lines["sign.face"],
        "attack.goal is '\(scenario.sign.face.name)', which the sign is already; name another class or 'away'.")
    }
    for key in ScenarioSchema.attack.keys {
      guard let line = lines["attack." + key.name], !scenario.attack.uses(key: key.name) else { continue }
      let norm = scenario.attack.method == .noise ? " with norm '\(scenario.attack.noiseNorm.rawValue)'" : ""
      throw fault(
        line,
        "attack.\(key.name) does nothing for method '\(scenario.attack.method.rawValue)'\(norm); remove it, or choose the "
          + "method that it is for.")
    }
  }

  // MARK: Sentences

  private func fault(_ line: Int?, _ problem: String) -> ScenarioError {
    ScenarioError(path: document.path, line: line, problem: problem)
  }

  private func unknown(_ key: String) -> String {
    let names = Scenario.settings.map(\.name) + ScenarioSchema.sections.map(\.name)
    if let home = home(of: key) { return "unknown key '\(key)' outside all sections; it belongs in \(home)." }
    if let nearest = Spelling.nearest(to: key, among: names) {
      return "unknown key '\(key)'; did you mean '\(nearest)'?"
    }
    return "unknown key '\(key)'; the keys here are \(names.joined(separator: ", "))."
  }

  private func unknown(_ key: String, in section: ScenarioSection) -> String {
    let names = section.keys.map(\.name)
    let lead = "unknown key '\(key)' in \(section.name)"
    if let home = home(of: key) { return "\(lead); it belongs in \(home)." }
    if let nearest = Spelling.nearest(to: key, among: names) { return "\(lead); did you mean '\(nearest)'?" }
    return "\(lead); its keys are \(names.joined(separator: ", "))."
  }

  /// The section that has a key of this name.
  private func home(of key: String) -> String? {
    ScenarioSchema.sections.first { $0.key(named: key) != nil }?.name
  }
}
