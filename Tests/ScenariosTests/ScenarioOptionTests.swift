import Testing

@testable import Scenarios

@Suite("Values that the command line sets")
struct ScenarioOptionTests {
  @Test("take the place of what the file says")
  func set() throws {
    let read = try scenario("vehicle: {speed: 60 km/h}", "vehicle.speed=70 km/h", "seed=3", " camera.rate = 5 fps ")
    #expect(read.resolved["vehicle"]?["speed"] == "70 km/h")
    #expect(read.seed == 3)
    #expect(read.camera.rate == 5)
  }

  @Test(
    "are refused in the words of files",
    arguments: [
      ("vehicle.speed=50", "--set vehicle.speed is '50' without a unit; write a speed such as '50 km/h'."),
      ("vehicle.sped=50 km/h", "--set vehicle.sped: unknown key 'sped' in vehicle; did you mean 'speed'?"),
      ("vehcile.speed=50 km/h", "--set vehcile.speed: unknown key 'vehcile'; did you mean 'vehicle'?"),
      ("speed=50 km/h", "--set speed: unknown key 'speed' outside all sections; it belongs in vehicle."),
      ("seed", "--set 'seed' is not KEY=VALUE; write for example 'vehicle.speed=70 km/h'."),
      ("a.b.c=1", "--set 'a.b.c=1' is not KEY=VALUE; write for example 'vehicle.speed=70 km/h'."),
      ("=1", "--set '=1' is not KEY=VALUE; write for example 'vehicle.speed=70 km/h'."),
      ("seed=", "--set seed has no value; give it one or leave the option out."),
      (
        "vehicle.hardest_braking=2 m/s2",
        "--set vehicle.hardest_braking is 2 m/s2, less than comfortable_braking; give at least 3.4 m/s2."
      ),
    ])
  func refused(_ option: String, _ sentence: String) {
    #expect(refusal { _ = try scenario("seed: 1", option) } == sentence)
  }

  @Test("are wrong usage when they are wrong, and given once")
  func kind() throws {
    #expect(
      throws: ScenarioError(
        at: .option(key: "seed"), problem: "seed is given twice; keep one of the two.", kind: .usage)
    ) {
      try scenario("seed: 1", "seed=2", "seed=3")
    }
  }
}
