import Testing

@testable import Scenarios

@Suite("What a scenario is warned of and refused for")
struct ScenarioWarningTests {
  @Test(
    "what can be and is probably not meant",
    arguments: [
      ("seed: 1", nil),
      (
        "weather:\n  kind: dry\n  rate: 50 mm/h",
        "Scenarios/x.yaml:3: weather.rate does nothing here, it is for kind rain or snow; remove it."
      ),
      (
        "light:\n  sky: night\n  sun_elevation: 45 deg",
        "Scenarios/x.yaml:3: light.sun_elevation does nothing here, it is for a sky of the day; remove it."
      ),
      (
        "light: {sky: overcast, shadow: pole}",
        "Scenarios/x.yaml:1: light.shadow does nothing here, it is for a sky that the sun shines from; remove it."
      ),
      (
        "sign: {lateral_offset: 0 m}",
        "Scenarios/x.yaml:1: sign.lateral_offset is 0 m, which puts the sign over the lane, its lower edge 2.1 m above the "
          + "road; move it aside, or 4.5 m up."
      ),
      ("sign: {lateral_offset: 0 m, height_of_centre: 5.2 m}", nil),
      (
        "sign: {yaw: 80 deg}\ncamera: {smallest_sign: 200 px}",
        "Scenarios/x.yaml:2: the sign is nowhere 200 px wide and wholly in the frame, so no photograph shows it and nothing is "
          + "read; change the camera, or the sign's place or turn."
      ),
      (
        "sign: {distance: 1 m}",
        "Scenarios/x.yaml:1: the sign is nowhere 10 px wide and wholly in the frame, so no photograph shows it and nothing is "
          + "read; change the camera, or the sign's place or turn."
      ),
      (
        "sign: {distance: 20 m}\ncamera: {rate: 2 fps}",
        "the sign is in sight for 2 photographs, fewer than must agree (perception.confirm, 3 of 5); no class is ever believed."
      ),
      (
        "vehicle: {speed: 130 km/h}",
        "Scenarios/x.yaml:1: the sign comes into sight 118.1 m before the line, and a comfortable stop from 130 km/h takes "
          + "228 m; the car has to brake harder."
      ),
    ] as [(String, String?)])
  func warned(_ text: String, _ sentence: String?) throws {
    #expect(try scenario(text).warnings.map(\.description) == [sentence].compactMap(\.self))
  }

  @Test("what cannot be is refused")
  func refused() {
    #expect(
      refusal(of: "camera:\n  exposure_time: 50 ms\n  rate: 50 fps")
        == "Scenarios/x.yaml:2: camera.exposure_time is 50 ms, longer than a frame at 50 fps; give at most 20 ms.")
    #expect(refusal(of: "camera: {exposure_time: 10 ms, rate: 100 fps}") == nil)
    #expect(
      refusal(of: "sign: {height_of_centre: 0.4 m}")
        == "Scenarios/x.yaml:1: sign.height_of_centre is 0.4 m, so that a part of the sign would be in the ground; give at "
        + "least half its width, 0.45 m.")
  }

  @Test("an idle key that another file gave is no fault of this one")
  func inherited() throws {
    let files = try ScenarioFolder([
      "rain.yaml": "weather: {kind: rain, rate: 10 mm/h}", "dry.yaml": "extends: rain.yaml\nweather: {kind: dry}",
    ])
    #expect(try files.read("dry.yaml").warnings.isEmpty)
    #expect(try files.read("rain.yaml").warnings.isEmpty)
    #expect(try files.read("rain.yaml", "weather.kind=dry").warnings.map(\.kind) == [.idle])
  }
}
