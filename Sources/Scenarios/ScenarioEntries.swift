import Yams

/// What files and options say, one laid over the other: a later key takes the place of an earlier one.
struct ScenarioEntries {
  typealias Entry = ScenarioDocument.Entry

  /// The keys outside all sections.
  private(set) var top: [Entry] = []
  /// The sections that are named, in the order of the schema, each with its keys.
  var sections: [(section: ScenarioSection, entries: [Entry])] {
    ScenarioSchema.sections.compactMap { section in bySection[section.name].map { (section, $0) } }
  }
  /// What the last file and the options say themselves, by full name: `vehicle.speed`.
  private(set) var own: Set<String> = []
  /// What the layer that is being taken says so far, by full name.
  private var layer: Set<String> = []
  private var bySection: [String: [Entry]] = [:]

  /// Keys that say whose file it is, which a file that extends it does not take over.
  private static let personal: Set<String> = ["name", "description"]

  /// Lays a file over what there is; what there is is inherited from now on.
  mutating func take(_ document: ScenarioDocument) throws(ScenarioError) {
    top.removeAll { ScenarioEntries.personal.contains($0.key) }
    (own, layer) = ([], [])
    for entry in document.entries where entry.key != ScenarioChain.key {
      if Scenario.setting(named: entry.key) != nil {
        put(entry)
      } else if let section = ScenarioSchema.section(named: entry.key) {
        put(try document.entries(in: entry), in: section)
      } else {
        throw ScenarioError(at: entry.keyLine, problem: ScenarioSchema.unknown(entry.key))
      }
    }
  }

  /// Lays the options of a command line over what there is.
  mutating func take(_ options: [ScenarioOption]) throws(ScenarioError) {
    layer = []
    for option in options where option.section == nil {
      guard Scenario.setting(named: option.key) != nil else {
        throw ScenarioError(at: option.entry.keyLine, problem: ScenarioSchema.unknown(option.key))
      }
      put(option.entry)
    }
    for name in Set(options.compactMap(\.section)).sorted() {
      let entries = options.filter { $0.section == name }.map(\.entry)
      guard let section = ScenarioSchema.section(named: name) else {
        throw ScenarioError(at: entries[0].keyLine, problem: ScenarioSchema.unknown(name))
      }
      put(entries, in: section)
    }
  }

  private mutating func put(_ entry: Entry) {
    top.removeAll { $0.key == entry.key }
    top.append(entry)
    own.insert(entry.key)
    layer.insert(entry.key)
    // Defences that are written out take the place of their inherited short form.
    if entry.key == "defences", !layer.contains("perception.rejection_threshold") {
      bySection["perception"]?.removeAll { $0.key == "rejection_threshold" }
    }
  }

  private mutating func put(_ entries: [Entry], in section: ScenarioSection) {
    let inherited = ScenarioSchema.inherited(bySection[section.name] ?? [], under: entries, in: section)
    let names = Set(entries.map(\.key))
    // And a short form that is written out that of inherited defences.
    if section.name == "perception", names.contains("rejection_threshold"), !layer.contains("defences") {
      top.removeAll { $0.key == "defences" }
    }
    bySection[section.name] = inherited.filter { !names.contains($0.key) } + entries
    let full = names.map { "\(section.name).\($0)" }
    own.formUnion(full)
    layer.formUnion(full)
  }
}

extension ScenarioSchema {
  /// What is left of inherited keys: where another method is chosen, the settings of the one before mean nothing.
  fileprivate static func inherited(
    _ old: [ScenarioEntries.Entry], under new: [ScenarioEntries.Entry], in section: ScenarioSection
  ) -> [ScenarioEntries.Entry] {
    guard section.name == attack.name, let method = new.first(where: { $0.key == methodKey })?.value.string,
      method != old.first(where: { $0.key == methodKey })?.value.string
    else { return old }
    return method == "none" ? [] : old.filter { attack.key(named: $0.key) != nil }
  }

  private static let methodKey = "method"
}
