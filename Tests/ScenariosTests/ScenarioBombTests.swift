import Groundwork
import TestSupport
import Testing

@testable import Scenarios

@Suite("Scenario files that are made to cost much")
struct ScenarioBombTests {
  /// Each level holds nine times the one before it.
  static let laughs: String = {
    var text = "l0: &l0 ha\n"
    for level in 1...12 {
      let one = "*l\(level - 1)"
      text += "l\(level): &l\(level) [" + Array(repeating: one, count: 9).joined(separator: ", ") + "]\n"
    }
    return text + "? *l12\n: 3\n"
  }()

  @Test("aliases of aliases")
  func aliases() {
    #expect(
      refusal(of: Self.laughs) == "Scenarios/x.yaml:2: there are more than 8 aliases (*name); write the values out.")
  }

  @Test(
    "deep nesting",
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
      String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
    ])
  func nesting(_ text: String) {
    #expect(refusal(of: text) == "Scenarios/x.yaml:1: lists or keys are nested too deeply; a scenario has two levels.")
  }

  @Test("nesting over many lines is refused and not followed")
  func nestingByIndentation() {
    let text = (0..<600).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(refusal(of: text) != nil)
  }

  @Test("more text than a scenario can need")
  func size() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("large.yaml")
    try WholeFile.write([UInt8](repeating: UInt8(ascii: "#"), count: ScenarioDocument.sizeLimit + 1), to: path)
    #expect(throws: FileFault(path: path, problem: .tooLarge(limit: ScenarioDocument.sizeLimit))) {
      try Scenario.read(path)
    }
  }

  @Test("every cut of a good file is read or refused, never a crash")
  func truncation() throws {
    let text = Array("# é\nvehicle: {speed: \"50 km/h\", latency: 0.3 s}\nsign:\n  face: 'stop'\n".utf8)
    for length in 0...text.count { _ = refusal(of: Array(text.prefix(length))) }
  }

  @Test("random bytes are refused, never a crash")
  func noise() {
    let alphabet = Array("a: -[]{}?&*!|>'\"%@`#,\n\t 0~é\0".utf8)
    for round in 0..<2_000 {
      var stream = RandomStream(seed: 1, name: "fuzz", round)
      let bytes = (0..<stream.index(below: 60)).map { _ in alphabet[stream.index(below: alphabet.count)] }
      _ = refusal(of: bytes)
    }
  }
}
