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
    #expect(resolved["scenario"]?["name"] == "x" && resolved["scenario"]?["seed"] == "3")
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

  @Test("written as YAML it reads back to the same")
  func roundTrip() throws {
    let read = try scenario(
      """
      name: "a: b # c \\"d\\" \\\\ \\x01"
      description: "two\\nlines, über — 'x'"
      vehicle: {speed: 13.888 m/s, jerk_limit: 10 m/s3}
      sign: {lateral_offset: -3 m, picture: faces/mine one.png, yaw: 0.1 rad}
      weather: {kind: rain}
      light: {sky: night}
      perception: {memory: spatial, model: other/m.safetensors}
      attack: {method: noise, norm: l2, l2: 0.1}
      """)
    let again = try Scenario(bytes: Array(read.yaml.utf8), path: "y.yaml")
    #expect(again.resolved == read.resolved)
    #expect(again.warnings.isEmpty)
    var same = again
    same.origin = read.origin
    #expect(same == read)
  }
}
