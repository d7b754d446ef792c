import Attacks
import Foundation
import Testing

@testable import Scenarios

@Suite("The table of scenario keys")
struct ScenarioSchemaTests {
  /// The project's folder, found from this file.
  private static let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardizedFileURL
    .path

  @Test("every default is written so that it reads back to itself")
  func defaultsRoundTrip() throws {
    let start = Scenario()
    for section in ScenarioSchema.sections {
      for key in section.keys {
        var scenario = start
        try key.assign(key.text(start), &scenario)
        #expect(key.text(scenario) == key.text(start), "\(section.name).\(key.name)")
      }
    }
  }

  @Test("no key or section is listed twice")
  func namesAreUnique() {
    let top = Scenario.settings.map(\.name) + ScenarioSchema.sections.map(\.name)
    #expect(Set(top).count == top.count)
    for section in ScenarioSchema.sections {
      #expect(Set(section.keys.map(\.name)).count == section.keys.count)
    }
  }

  @Test("no setting of an attack has the name of a key that every attack has")
  func attackKeys() {
    let always = ScenarioSchema.attack.keys.map(\.name)
    for key in always { #expect(AttackCatalogue.homes(ofSetting: key).isEmpty, "\(key)") }
  }

  @Test("Scenarios/README.md lists the keys as they are; set STOPLINE_RECORD=1 to write it anew")
  func referenceIsInStep() throws {
    let path = Self.root + "/Scenarios/README.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let marker = "<!-- keys -->\n"
    let start = try #require(text.range(of: marker)).upperBound
    let expected = "\n" + ScenarioReference.markdown
    if ProcessInfo.processInfo.environment["STOPLINE_RECORD"] != nil {
      try (text[..<start] + expected).write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(text[start...] == expected)
  }

  @Test("every shipped scenario is read, is named as its file, and stands in the README")
  func shippedScenarios() throws {
    let folder = Self.root + "/Scenarios"
    let readme = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
    #expect(files.count >= 4)
    for file in files {
      let scenario = try Scenario.read(folder + "/" + file)
      #expect(scenario.name + ".yaml" == file)
      #expect(!scenario.description.isEmpty)
      #expect(readme.contains("| `\(file)` |"))
      #expect(scenario.warnings.isEmpty)
      let again = try Scenario(bytes: Array(scenario.yaml.utf8), path: file)
      #expect(again.resolved == scenario.resolved)
    }
  }
}
