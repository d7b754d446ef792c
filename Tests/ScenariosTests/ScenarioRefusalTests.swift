import Groundwork
import Testing

@testable import Scenarios

@Suite("What a scenario file is refused for")
struct ScenarioRefusalTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    /// What follows `Scenarios/x.yaml:`.
    let sentence: String

    var testDescription: String { text }

    init(_ text: String, _ sentence: String) {
      self.text = text
      self.sentence = sentence
    }
  }

  static let keys = [
    Case("vehicle:\n  sped: 50 km/h", "2: unknown key 'sped' in vehicle; did you mean 'speed'?"),
    Case("vehicle:\n  Speed: 50 km/h", "2: unknown key 'Speed' in vehicle; did you mean 'speed'?"),
    Case("\n\nvehcile:\n  speed: 50 km/h", "3: unknown key 'vehcile'; did you mean 'vehicle'?"),
    Case("speed: 50 km/h", "1: unknown key 'speed' outside all sections; it belongs in vehicle."),
    Case("camera:\n  yaw: 3 deg", "2: unknown key 'yaw' in camera; it belongs in sign."),
    Case(
      "camera:\n  zzzzzzzz: 3",
      "2: unknown key 'zzzzzzzz' in camera; its keys are width, height, horizontal_field_of_view, rate, "
        + "height_above_road, smallest_sign, blur, exposure_time."),
    Case("seed: 1\nseed: 2", "2: the key 'seed' stands here a second time; keep one of the two."),
    Case(
      "vehicle:\n  speed: 50 km/h\n  latency: 1 s\n  speed: 60 km/h",
      "4: the key 'speed' stands here a second time; keep one of the two."),
    Case("[a, b]: 3", "1: a key is a list or a section; keys are single words."),
    Case("vehicle: 50 km/h", "1: 'vehicle' is a section; write its keys below it, one a line and indented."),
    Case("vehicle:\nseed: 3", "1: the section 'vehicle' is empty; give it a key or leave it out."),
    Case("seed:\n", "1: seed has no value; give it one or leave the key out."),
    Case("vehicle:\n  speed:\n    - 50 km/h", "3: vehicle.speed is a list; give it one value."),
    Case("vehicle:\n  speed:\n    value: 50 km/h", "3: vehicle.speed has keys below it; give it one value."),
  ]

  static let values = [
    Case("vehicle:\n  speed: 50", "2: vehicle.speed is '50' without a unit; write a speed such as '50 km/h'."),
    Case("vehicle:\n  speed: -50 km/h", "2: vehicle.speed is '-50 km/h'; it must be 2 to 250 km/h."),
    Case("vehicle:\n  speed: 300 m/s", "2: vehicle.speed is '300 m/s'; it must be 2 to 250 km/h."),
    Case("vehicle:\n  speed: 50 m", "2: vehicle.speed is '50 m', a length; write a speed such as '50 km/h'."),
    Case(
      "vehicle:\n  speed: 50 knots",
      "2: vehicle.speed is '50 knots', whose unit 'knots' is unknown; a speed is given in km/h, m/s, mph."),
    Case(
      "vehicle:\n  speed: fast",
      "2: vehicle.speed is 'fast', which is no number with a unit; write a speed such as '50 km/h'."),
    Case(
      "vehicle:\n  speed: .nan",
      "2: vehicle.speed is '.nan', which is no number with a unit; write a speed such as '50 km/h'."),
    Case(
      "vehicle:\n  speed: -.inf",
      "2: vehicle.speed is '-.inf', which is no number with a unit; write a speed such as '50 km/h'."),
    Case(
      "vehicle:\n  speed: 1e999 km/h",
      "2: vehicle.speed is '1e999 km/h', which is no number with a unit; write a speed such as '50 km/h'."),
    Case(
      "vehicle:\n  speed: 0x32 km/h",
      "2: vehicle.speed is '0x32 km/h', whose unit 'x32 km/h' is unknown; a speed is given in km/h, m/s, mph."),
    Case("seed: -1", "1: seed is '-1'; it must be a whole number, 0 to 18446744073709551615."),
    Case("seed: 1.5", "1: seed is '1.5'; it must be a whole number, 0 to 18446744073709551615."),
    Case("camera:\n  width: 1280", "2: camera.width is '1280'; write a whole number with its unit, 64 to 8192 px."),
    Case("camera:\n  width: 9000 px", "2: camera.width is '9000 px'; it must be 64 to 8192 px."),
    Case("camera:\n  rate: 0 fps", "2: camera.rate is '0 fps'; it must be 1 to 100 fps."),
    Case("sign:\n  face: stopp", "2: sign.face is 'stopp', which is no class of sign; did you mean 'stop'?"),
    Case(
      "sign:\n  face: 43", "2: sign.face is '43', which is no class of sign; write a name such as stop, or 0 to 42."),
    Case(
      "sign:\n  distance: far",
      "2: sign.distance is 'far', which is no number with a unit; write a length such as '80 m'."),
    Case(
      "perception:\n  rejection_threshold: 1.5", "2: perception.rejection_threshold is '1.5'; it must be 0 to 1."),
    Case(
      "perception:\n  rejection_threshold: .nan",
      "2: perception.rejection_threshold is '.nan'; it must be a number without a unit, 0 to 1."),
    Case(
      "perception:\n  confirm: 3",
      "2: perception.confirm is '3'; write how many of the last readings must agree, such as '3 of 5'."),
    Case(
      "perception:\n  confirm: 6 of 5",
      "2: perception.confirm is '6 of 5'; the first number must be 1 to the second, and that at most 1000."),
    Case(
      "perception:\n  memory: long",
      "2: perception.memory is 'long'; write a time such as '2 s', up to 3600 s, a number of frames such as '40 frames', "
        + "or 'spatial'."),
    Case("camera:\n  blur: 0.5", "2: camera.blur is '0.5' without a unit; write a number of pixels such as '0.6 px'."),
    Case("light:\n  visibility: 1 m", "2: light.visibility is '1 m'; it must be 20 to 100000 m, or clear."),
    Case("light:\n  backdrop: tree", "2: light.backdrop is 'tree'; did you mean 'trees'?"),
    Case("attack:\n  method: jsma\n  theta: -1", "3: attack.theta is '-1'; it must be above 0 and at most 1."),
    Case("attack:\n  method: jmsa", "2: attack.method is 'jmsa', which is no attack; did you mean 'jsma'?"),
    Case("attack:\n  method: pgd\n  stepss: 3", "3: unknown key 'stepss' in attack; did you mean 'steps'?"),
    Case("attack:\n  method: pgd\n  goall: stop", "3: unknown key 'goall' in attack; did you mean 'goal'?"),
    Case("attack:\n  method: pgd\n  speed: 3", "3: unknown key 'speed' in attack; it belongs in vehicle."),
    Case(
      "attack:\n  method: fgsm\n  surface: lens",
      "3: attack.surface is 'lens', which is not known; write one of camera."),
    Case("attack:\n  method: fgsm\n  epsilon: 2", "3: attack.epsilon is '2'; it must be 0 to 100 %."),
    Case(
      "attack:\n  method: fgsm\n  epsilon: 8/0",
      "3: attack.epsilon is '8/0', whose unit '/0' is unknown; a share is given in %."),
  ]

  static let combinations = [
    Case(
      "sign:\n  face: yield\nattack:\n  method: jsma\n  goal: yield",
      "5: attack.goal is 'yield', which the sign is already; name another class or 'away'."),
    Case(
      "attack:\n  theta: 1\n  method: pgd", "2: attack.theta is a setting of jsma and not of pgd; remove it."),
    Case("attack:\n  theta: 1", "2: attack.theta is a setting of jsma, and nothing attacks; give attack.method."),
    Case(
      "attack:\n  method: none\n  goal: yield",
      "3: attack.goal does nothing, for nothing attacks; remove it, or give attack.method."),
    Case(
      "attack:\n  method: noise\n  norm: l0\n  epsilon: 8/255",
      "4: attack.epsilon does nothing here, it is for norm linf; remove it."),
    Case(
      "vehicle:\n  comfortable_braking: 5 m/s2\n  hardest_braking: 4 m/s2",
      "3: vehicle.hardest_braking is 4 m/s2, less than comfortable_braking; give at least 5 m/s2."),
  ]

  static let documents = [
    Case("seed: 1\n---\nseed: 2", "2: a second document begins; a file holds one scenario."),
    Case("just words", "1: the file does not begin with a key; write for example 'vehicle:'."),
    Case("- a\n- b", "1: the file does not begin with a key; write for example 'vehicle:'."),
    Case("seed: *other", "1: an alias (*name) stands for nothing; write the value out."),
    Case(
      "seed: [1, 2",
      "1: this is no valid YAML: did not find expected ',' or ']' while parsing a flow sequence; "
        + "check the indentation, colons and quotes."),
    Case(
      "vehicle:\n\tspeed: 50 km/h",
      "2: this is no valid YAML: found character that cannot start any token while scanning for the next token; "
        + "check the indentation, colons and quotes."),
    Case("seed: 1\nname: a\u{1}b", "2: there is a character that YAML does not allow; remove it."),
  ]

  @Test("names the line and the remedy", arguments: keys + values + combinations + documents)
  func refuses(_ example: Case) {
    #expect(refusal(of: example.text) == "Scenarios/x.yaml:" + example.sentence)
  }

  @Test(
    "an empty file, a file of comments and an empty document hold no scenario",
    arguments: ["", "\n\n", "# nothing", "---\n", "~"])
  func refusesEmpty(_ text: String) {
    #expect(refusal(of: text)?.hasPrefix("Scenarios/x.yaml: the file is empty; write a scenario") == true)
  }

  @Test("bytes that are no UTF-8 are refused with their line")
  func refusesOtherEncodings() {
    let bytes = Array("name: a\nseed: 1\n# ".utf8) + [0xC3, 0x28]
    #expect(refusal(of: bytes) == "Scenarios/x.yaml:3: the file is not UTF-8 text; save it as UTF-8.")
  }

  @Test("a refusal is about bad data")
  func isBadData() {
    #expect(
      throws: ScenarioError(path: "Scenarios/x.yaml", line: 1, problem: "unknown key 'sed'; did you mean 'seed'?")
    ) {
      try scenario("sed: 1")
    }
    #expect(ScenarioError(path: "x", line: nil, problem: "y.").kind == .badData)
  }
}
