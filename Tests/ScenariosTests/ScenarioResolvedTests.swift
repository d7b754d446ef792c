import Testing

@testable import Scenarios

@Suite("A scenario with all its defaults")
struct ScenarioResolvedTests {
  @Test("every key that does something is there, with its unit")
  func everyKey() throws {
    let resolved = try scenario("seed: 3\nvehicle: {speed: 60 km/h}").resolved
    #expect(resolved["vehicle"]?["speed"] == "60 km/h")
    #expect(resolved["vehicle"]?["latency"] == "0.3 s")
    #expect(resolved["camera"]?["width"] == "1280 px")
    #expect(resolved["scenario"] == ["name": "x", "description": "", "seed": "3"])
    #expect(Set(resolved.keys) == Set(ScenarioSchema.sections.map(\.name) + ["scenario"]))
  }

  @Test("settings of methods that are not chosen are left out")
  func methods() throws {
    #expect(try scenario("seed: 3").resolved["attack"]?["epsilon"] == nil)
    let fgsm = try scenario("attack: {method: fgsm, epsilon: 4/255}").resolved["attack"]
    #expect(fgsm?["epsilon"] == "4/255")
    #expect(fgsm?["theta"] == nil)
  }

  @Test("the digest is that of the file's bytes; there is none without a file")
  func digest() throws {
    // printf 'seed: 3' | sha256sum
    #expect(
      try scenario("seed: 3").digest == "e5990c7a1df81de822e01f5a0dbf876a9ceb6838ffa44981e82632abb5b75138")
    #expect(Scenario().digest == nil)
  }
}
