import Settings
import Attacks
import Driving
import Groundwork
import Signs

extension ScenarioSchema {
  static let vehicle = ScenarioSection(
    "vehicle", "What the car can do, and what its builders make it do.",
    keys: [
      .quantity("speed", \.vehicle.cruisingSpeed, .speed, in: .kilometersPerHour, 2...250, "the speed on a free road"),
      .quantity(
        "comfortable_braking", \.vehicle.comfortableBraking, .acceleration, in: .metersPerSecondSquared, 0.5...15,
        "the deceleration when there is room", source: "AASHTO, stopping sight distance"),
      .quantity(
        "hardest_braking", \.vehicle.hardestBraking, .acceleration, in: .metersPerSecondSquared, 0.5...15,
        "the deceleration at most, for a sign that is believed late", source: "emergency braking on a dry road"),
      .quantity(
        "acceleration", \.vehicle.acceleration, .acceleration, in: .metersPerSecondSquared, 0.2...15,
        "how speed is taken up again"),
      .quantity(
        "latency", \.vehicle.latency, .duration, in: .seconds, 0...5, "the time from a photograph to the brake"),
      .custom(
        "jerk_limit", \.vehicle.jerkLimit, form: "`iso15622`, or a jerk, 0.5 to 1000 m/s3",
        "how fast the acceleration may change; `iso15622` falls from 5 m/s3 at 5 m/s to 2.5 m/s3 at 20 m/s",
        source: "ISO 15622:2018", read: JerkLimit.init(scenario:), write: \.scenarioText),
    ])

  static let camera = ScenarioSection(
    "camera", "The camera behind the windscreen: a pinhole, level, looking down the lane.",
    keys: [
      .count("width", \.camera.width, 64...8192, unit: .pixels, "the frame's width"),
      .count("height", \.camera.height, 64...8192, unit: .pixels, "the frame's height"),
      .quantity(
        "horizontal_field_of_view", \.camera.horizontalFieldOfView, .angle, in: .degrees, 5...150,
        "the angle between the frame's left and right edge"),
      .quantity("rate", \.camera.rate, .rate, in: .framesPerSecond, 1...100, "how many frames are taken and read"),
      .quantity("height_above_road", \.camera.heightAboveRoad, .length, in: .meters, 0.2...5, "where the camera sits"),
      .count(
        "smallest_sign", \.camera.smallestSign, 4...1000, unit: .pixels,
        "a sign that is narrower in the frame is not read; the first frame is where it gets this wide"),
      .quantity(
        "blur", \.camera.blur, .pixels, in: .pixels, 0...20, "the standard deviation of the spot that a point makes"),
      .quantity(
        "exposure_time", \.camera.exposureTime, .duration, in: .milliseconds, 0.05...100,
        "how long the shutter is open at most: by day less is enough, by night the rest is amplified, with its noise"),
    ])

  static let sign = ScenarioSection(
    "sign", "The sign, which stands by the lane at the stop line.",
    keys: [
      .custom(
        "face", \.sign.face, form: "a class: name or number", "what the sign is", read: SignClass.init(scenario:),
        write: \.name),
      .custom(
        "picture", \.sign.picture, form: "path of a PNG, relative to the scenario file",
        "your own picture of the sign, put up in place of the drawn face; `face` still says what it is",
        read: { (text) throws(SettingProblem) in try path(text) }, write: { $0 ?? "none" }),
      .quantity(
        "width", \.sign.width, .length, in: .meters, 0.1...10, "how wide the sign is",
        source: "StVO Z.206 and MUTCD table 2B-1, expressway"),
      .quantity(
        "lateral_offset", \.sign.roadside.lateralOffset, .length, in: .meters, -20...20,
        "how far right of the camera the sign's middle is; negative: left",
        source: "half a lane of 3.5 m, 0.6 m of clearance (MUTCD), half the sign"),
      .quantity(
        "height_of_centre", \.sign.roadside.signHeight, .length, in: .meters, 0.1...10,
        "how high above the road the sign's middle is", source: "MUTCD: lower edge at 2.1 m in towns"),
      .quantity(
        "yaw", \.sign.roadside.yaw, .angle, in: .degrees, -80...80,
        "the sign's turn about its post; positive takes its right edge away from the camera"),
      .choice(
        "sheeting", \.sign.sheeting, "what the face is made of: paint, or sheeting that throws light back to the lamps",
        source: "EN 12899-1"),
      .quantity(
        "fading", \.sign.wear.fading, .share, in: .percent, 0...100, "how far the colours are bleached"),
      .quantity("dirt", \.sign.wear.dirt, .share, in: .percent, 0...100, "how much of the face is dirty"),
      .count("graffiti", \.sign.wear.graffiti, 0...50, "how many strokes of a spray can are on the face"),
      .count("bullet_marks", \.sign.wear.bulletMarks, 0...100, "how many shots have hit the face"),
      .custom(
        "distance", \.sign.distance, form: "`in sight`, or a length, 1 to 2000 m",
        "how far away the sign is when the drive begins; `in sight`: where the camera first sees it",
        read: { (text) throws(SettingProblem) in try distance(text) },
        write: { $0.map { "\(decimal($0)) m" } ?? "in sight" }),
    ])

  static let light = ScenarioSection(
    "light", "The light that the sign is photographed in, and what stands behind it.",
    keys: [
      .choice(
        "sky", \.light.daylight.sky,
        "what the sky is like; at dusk the sun is 3 degrees down, by night a town's glow is left",
        source: "IES RP-21-84"),
      .quantity(
        "sun_elevation", \.light.daylight.sunElevation, .angle, in: .degrees, 5...90,
        "how high the sun stands above the horizon"),
      .quantity(
        "sun_azimuth", \.light.daylight.sunAzimuth, .angle, in: .degrees, -180...180,
        "where the sun stands, from the driving direction to the right; 0: ahead, so that the sign is against the light"
      ),
      .quantity(
        "sun_on_sign", \.light.daylight.sunOnSign, .share, in: .percent, 0...100,
        "how much of the direct sun reaches the sign; 0 %: it is in the shade"),
      .choice("shadow", \.light.shadow, "what throws a shadow across the sign, when the sun shines on it"),
      .choice(
        "headlamps", \.light.headlamps, "the car's lamps: they light the sign up by night", source: "ECE R112, zone III"
      ),
      .custom(
        "visibility", \.light.visibility, form: "`clear`, or a length, 20 to 100000 m",
        "how far one sees in fog or haze", source: "WMO, meteorological optical range",
        read: { (text) throws(SettingProblem) in try visibility(text) },
        write: { $0.map { "\(decimal($0)) m" } ?? "clear" }),
      .custom(
        "backdrop", \.light.backdrop,
        form: "one of any, " + Signs.Roadside.Backdrop.allCases.map(\.rawValue).joined(separator: ", "),
        "what stands behind the sign; `any`: the seed chooses",
        read: { (text) throws(SettingProblem) in try backdrop(text) }, write: { $0?.rawValue ?? "any" }),
    ])

  static let weather = ScenarioSection(
    "weather", "What falls: it takes away the view as fog does, and passes before the camera drop by drop.",
    keys: [
      .choice("kind", \.weather.kind, "what falls; rain also leaves drops on the glass before the camera"),
      .quantity(
        "rate", \.weather.rate, .precipitation, in: .millimetersPerHour, 0.1...100,
        "how much falls, as water: light rain 2, heavy rain 10, a cloudburst 50; heavy snow 3",
        source: "Atlas 1953; Marshall and Palmer 1948"),
    ])

  static let perception = ScenarioSection(
    "perception", "The network that reads the sign, and how its readings become the car's belief.",
    keys: [
      .custom(
        "model", \.perception.model,
        form: "a shipped model's name, or a path relative to the scenario file that ends in `.safetensors`",
        "the network that reads", read: Scenario.ModelChoice.init(scenario:), write: \.scenarioText),
      .number(
        "rejection_threshold", \.perception.belief.rejectionThreshold, 0...1,
        "a reading that is less confident counts as none"),
      .custom(
        "confirm", \.perception.belief.agreement, form: "`K of N`, 1 to 1000",
        "a class is believed when K of the last N readings agree", read: Agreement.init(scenario:),
        write: \.scenarioText),
      .custom(
        "memory", \.perception.belief.memory, form: "`spatial`, or frames: `40 frames`",
        "how long a belief outlives readings that miss it; `spatial`: until the sign is passed",
        source: "two seconds at 20 Hz (Zhu et al., ECCV 2018)", read: SignMemory.init(scenario:), write: \.scenarioText),
      .quantity(
        "crop_jitter", \.perception.cropJitter, .share, in: .percent, 0...15,
        "the standard deviation of each side of the crop, as a share of the sign's size: a detector's error"),
    ])

  static let attack = ScenarioSection(
    "attack", "What is done to the pictures that the network gets.",
    keys: [
      .choice("method", \.attack.method, "how the perturbation is made; `none` drives clean"),
      .choice("surface", \.attack.surface, "where it is put; `camera`: on the crop the network gets, anew each frame"),
      .custom(
        "goal", \.attack.aim, form: "a class, or `away`", "what is to be read; `away`: anything but the sign",
        read: Scenario.AttackSettings.Aim.init(scenario:), write: \.scenarioText),
      .quantity(
        "epsilon", \.attack.epsilon, .share, in: .percent, 0...100,
        "how far every value may move, of the range from black to white; for fgsm, pgd, and noise with `norm: linf`",
        source: "8/255 is usual for L-infinity attacks"),
      .quantity(
        "step", \.attack.descent.stepSize, .share, in: .percent, 0...100,
        "how far every value moves in a step; for pgd",
        source: "2/255 is usual with 40 steps"),
      .count("steps", \.attack.descent.steps, 1...100_000, "how many steps at most; for pgd"),
      .choice(
        "start", \.attack.descent.start, "where it begins, anywhere within epsilon or at the picture itself; for pgd",
        source: "Madry et al. 2018: random"),
      .quantity(
        "features", \.attack.saliency.featureShare, .share, in: .percent, 0...100,
        "how many of the values (or pixels) may change; for jsma, and for noise with `norm: l0`",
        source: "Papernot et al. 2016: 14.5 %"),
      .number(
        "theta", \.attack.saliency.theta, 0.01...1, "how far a chosen value moves in a step; for jsma",
        source: "Papernot et al. 2016: 1"),
      .choice(
        "direction", \.attack.saliency.direction, "which way values move; for jsma",
        source: "Papernot et al. 2016: increasing"),
      .choice(
        "scores", \.attack.saliency.scores,
        "what the saliency map is made of; logits, as published, take two gradients a step, probabilities one; for jsma"
      ),
      .choice(
        "feature", \.attack.saliency.feature, "what moves as one, a channel's value or a whole pixel; for jsma"),
      .choice(
        "selection", \.attack.saliency.selection, "how many features a step chooses; for jsma",
        source: "Papernot et al. 2016: pairs"),
      .choice(
        "weighting", \.attack.saliency.weighting,
        "what a derivative counts for: itself, or times how far the feature can move; for jsma"),
      .choice(
        "finish", \.attack.saliency.finish, "whether changes that turn out not to be needed are undone; for jsma"),
      .choice("norm", \.attack.noiseNorm, "in which norm noise is measured out; for noise"),
      .number("l2", \.attack.l2, 0...55, "the L2 norm, values in [0, 1]; for noise with `norm: l2`"),
      .count(
        "queries", \.attack.queries, 1...1_000_000, "how often the network may be asked a frame; for trial-and-error"),
    ], uses: { $1.attack.uses(key: $0.name) })

  private static func distance(_ text: String) throws(SettingProblem) -> Double? {
    if text == "in sight" { return nil }
    let value = try Quantity.length.value(of: text, example: "80 m")
    guard (1...2000).contains(value) else { throw SettingProblem("is '\(text)'; it must be 1 to 2000 m.") }
    return value
  }

  private static func visibility(_ text: String) throws(SettingProblem) -> Double? {
    if text == "clear" { return nil }
    let value = try Quantity.length.value(of: text, example: "300 m")
    guard (20...100_000).contains(value) else {
      throw SettingProblem("is '\(text)'; it must be 20 to 100000 m, or clear.")
    }
    return value
  }

  private static func backdrop(_ text: String) throws(SettingProblem) -> Signs.Roadside.Backdrop? {
    if text == "any" { return nil }
    if let backdrop = Signs.Roadside.Backdrop(rawValue: text) { return backdrop }
    let words = ["any"] + Signs.Roadside.Backdrop.allCases.map(\.rawValue)
    let remedy = Spelling.nearest(to: text, among: words).map { "did you mean '\($0)'?" }
    throw SettingProblem("is '\(text)'; " + (remedy ?? "write one of " + words.joined(separator: ", ") + "."))
  }

  private static func path(_ text: String) throws(SettingProblem) -> String {
    guard !text.contains("\0") else { throw SettingProblem("holds a zero byte; write a file's path.") }
    return text
  }
}
