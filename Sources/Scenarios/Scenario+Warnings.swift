import Driving
import Settings

extension Scenario {
  /// What in the scenario can be and probably is not meant, in the order of a drive.
  package var warnings: [ScenarioWarning] {
    idleKeys + [signInTheLane, signOutOfSight ?? shortSight ?? lateSight].compactMap(\.self)
  }

  private func warning(_ kind: ScenarioWarning.Kind, _ setting: String, _ problem: String) -> ScenarioWarning {
    ScenarioWarning(kind: kind, setting: setting, line: origin.lines[setting], problem: problem)
  }

  /// Keys that the file gives and that do nothing beside the others.
  ///
  /// What is inherited from another file is left out: there it does something.
  private var idleKeys: [ScenarioWarning] {
    ScenarioSchema.sections.flatMap { section in
      section.keys.compactMap { key in
        let name = "\(section.name).\(key.name)"
        guard origin.own.contains(name), let condition = key.condition, !condition.holds(self) else { return nil }
        return warning(.idle, name, "\(name) does nothing here, it is for \(condition.phrase); remove it.")
      }
    }
  }

  /// A sign that is over the lane and lower than signs over lanes are.
  private var signInTheLane: ScenarioWarning? {
    let edge = sign.roadside.signHeight - sign.width / 2
    guard abs(sign.roadside.lateralOffset) - sign.width / 2 < Scenario.laneWidth / 2, edge < Scenario.clearance else {
      return nil
    }
    return warning(
      .inTheLane, "sign.lateral_offset",
      "sign.lateral_offset is \(decimal(sign.roadside.lateralOffset)) m, which puts the sign over the lane, its lower edge "
        + "\(decimal(edge)) m above the road; move it aside, or \(decimal(Scenario.clearance)) m up.")
  }

  /// The width of a lane in metres, whose middle the camera is in.
  private static let laneWidth = 3.5
  /// How high above the road signs over a lane hang, in metres (StVO, VwV to §§ 39-43).
  private static let clearance = 4.5

  // MARK: How long the sign is in sight

  /// The first and the last place at which a photograph shows the sign, in metres before the line; nil where there is none.
  private var sight: (first: Double, last: Double)? {
    guard
      let geometry = try? SignGeometry(
        camera: camera.pinhole, roadside: sign.roadside, plate: SIMD2(repeating: sign.width),
        smallestWidth: Double(camera.smallestSign))
    else { return nil }
    let start = min(sign.distance ?? geometry.firstSight, geometry.firstSight)
    let places = stride(from: start, to: 0, by: -0.1).filter { geometry.sight(at: $0) != nil }
    guard let first = places.first, let last = places.last else { return nil }
    return (first, last)
  }

  private var signOutOfSight: ScenarioWarning? {
    guard sight == nil else { return nil }
    let setting = ["sign.distance", "camera.smallest_sign", "sign.yaw"].first { origin.lines[$0] != nil }
    return warning(
      .neverInSight, setting ?? "camera.smallest_sign",
      "the sign is nowhere \(camera.smallestSign) px wide and wholly in the frame, so no photograph shows it and nothing is "
        + "read; change the camera, or the sign's place or turn.")
  }

  private var shortSight: ScenarioWarning? {
    guard let sight else { return nil }
    let frames = Int((sight.first - sight.last) / vehicle.cruisingSpeed * camera.rate) + 1
    guard frames < perception.belief.agreement.agreeing else { return nil }
    return warning(
      .neverConfirmed, "perception.confirm",
      "the sign is in sight for \(frames) photographs, fewer than must agree (perception.confirm, "
        + "\(perception.belief.agreement.text)); no class is ever believed.")
  }

  private var lateSight: ScenarioWarning? {
    guard let sight, sign.face == .stop, vehicle.brakingPoint > sight.first else { return nil }
    return warning(
      .inSightTooLate, sign.distance == nil ? "vehicle.speed" : "sign.distance",
      "the sign comes into sight \(tenths(sight.first)) m before the line, and a comfortable stop from "
        + "\(tenths(vehicle.cruisingSpeed * 3.6)) km/h takes \(tenths(vehicle.brakingPoint)) m; the car has to brake harder."
    )
  }

  private func tenths(_ value: Double) -> String { decimal((value * 10).rounded() / 10) }
}
