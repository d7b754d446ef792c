import Attacks
import Defenses
import Driving
import Signs
import Testing

@testable import Scenarios

@Suite("What a scenario file says")
struct ScenarioReadingTests {
  @Test("what is left out has its default")
  func defaults() throws {
    var expected = Scenario()
    expected.name = "x"
    let read = try scenario("seed: 7")
    expected.origin = read.origin
    #expect(read == expected)
  }

  @Test("every section finds its place")
  func sections() throws {
    let read = try scenario(
      """
      name: all
      description: "two words: yes"
      seed: 18446744073709551615
      vehicle: {speed: 36 km/h, latency: 250 ms, jerk_limit: 10 m/s3}
      camera:
        width: 1164 px
        horizontal_field_of_view: 90 deg
        rate: 12.5 Hz
      sign:
        face: 13
        width: 800 mm
        lateral_offset: -3 m
        distance: 80 m
        yaw: -18 deg
      light: {sky: overcast, visibility: 300 m, backdrop: houses, sun_on_sign: 0 %}
      perception:
        confirm: 2 of 4
        memory: spatial
        rejection_threshold: 0.25
      attack:
        method: trial-and-error
        goal: away
        queries: 50
      """)
    #expect(read.name == "all")
    #expect(read.description == "two words: yes")
    #expect(read.seed == .max)
    #expect(read.vehicle.cruisingSpeed == 10)
    #expect(read.vehicle.latency == 0.25)
    #expect(read.vehicle.jerkLimit == .constant(10))
    #expect(read.camera.width == 1164)
    #expect(read.camera.horizontalFieldOfView == .pi / 2)
    #expect(read.camera.rate == 12.5)
    #expect(read.sign.face == .yield)
    #expect(read.sign.width == 0.8)
    #expect(read.sign.roadside.lateralOffset == -3)
    #expect(read.sign.distance == 80)
    #expect(read.sign.roadside.yaw == -.pi / 10)
    #expect(read.light.daylight.sky == .overcast)
    #expect(read.light.daylight.sunOnSign == 0)
    #expect(read.light.fog?.visibility == 300)
    #expect(read.light.backdrop == .houses)
    #expect(read.defences == DefenseStack([Rejection(threshold: 0.25)]))
    #expect(read.perception.belief.agreement.text == "2 of 4")
    #expect(read.perception.belief.memory == .spatial)
    #expect((read.attack.method as? TrialAndError)?.queries == 50)
    #expect(read.attack.aim == .away)
  }

  @Test("the saliency map's settings are those of the attack")
  func saliency() throws {
    let read = try scenario(
      "attack: {method: jsma, theta: 0.5, direction: either, scores: probabilities, feature: pixel, selection: singles, "
        + "weighting: reach, finish: pruned, features: 300/3072}")
    let attack = try #require(read.attack.method as? JacobianSaliencyMap)
    #expect(
      attack.call == "jsma(features=\(300.0 / 3072 * 100) %, theta=0.5, direction=either, scores=probabilities, "
        + "feature=pixel, selection=singles, weighting=reach, finish=pruned)")
  }

  @Test("a clean drive has no attack, and settings may stand before the method")
  func methods() throws {
    #expect(try scenario("attack: {method: none}").attack.method == nil)
    #expect(try scenario("seed: 1").attack.method == nil)
    let read = try scenario("attack: {epsilon: 3 %, step_size: 0.01, method: pgd}")
    #expect(read.attack.method?.call == "pgd(epsilon=3 %, step_size=1 %, steps=40, start=random)")
  }

  @Test("two scenarios with other settings of their attacks are not the same")
  func equality() throws {
    #expect(try scenario("attack: {method: pgd}").attack == scenario("attack: {method: pgd, steps: 40}").attack)
    #expect(try scenario("attack: {method: pgd}").attack != scenario("attack: {method: pgd, steps: 41}").attack)
  }

  @Test("line ends of other systems, a byte order mark and quotes change nothing")
  func spellings() throws {
    let plain = try scenario("vehicle:\n  speed: 60 km/h\n").resolved
    #expect(try scenario("\u{FEFF}vehicle:\r\n  speed: '60 km/h'\r\n").resolved == plain)
    #expect(try scenario("# comment\nvehicle: {\"speed\": 60km/h}").resolved == plain)
  }

  @Test("a value that an anchor names may be used again")
  func anchors() throws {
    let read = try scenario("sign:\n  width: &size 0.8 m\n  height_of_centre: *size\n")
    #expect(read.sign.roadside.signHeight == 0.8)
  }

  @Test("relative paths start at the scenario file's folder, names are shipped models")
  func paths() throws {
    let read = try scenario("sign:\n  picture: faces/mine.png\nperception:\n  model: ../m.safetensors")
    #expect(read.sign.picture == "Scenarios/faces/mine.png")
    #expect(read.perception.model == .file("Scenarios/../m.safetensors"))
    #expect(try scenario("sign:\n  picture: /a.png").sign.picture == "/a.png")
    #expect(try scenario("perception:\n  model: small").perception.model == .shipped("small"))
    let here = try Scenario(bytes: Array("sign:\n  picture: a.png".utf8), path: "x.yaml")
    #expect(here.sign.picture == "a.png")
  }
}
