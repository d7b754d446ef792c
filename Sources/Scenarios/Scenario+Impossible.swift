import Settings

extension Scenario {
  /// Something that cannot be.
  struct Impossibility {
    /// The keys that bring it about, the first guilty one first.
    let settings: [String]
    let sentence: String
  }

  /// What in the scenario cannot be; nil where all can.
  var impossibility: Impossibility? { openShutter ?? buriedSign }

  /// A shutter that is open for longer than a frame.
  private var openShutter: Impossibility? {
    let frame = 1 / camera.rate
    guard camera.exposureTime > frame * (1 + 1e-9) else { return nil }
    return Impossibility(
      settings: ["camera.exposure_time", "camera.rate"],
      sentence: "camera.exposure_time is \(decimal(1000 * camera.exposureTime)) ms, longer than a frame at "
        + "\(decimal(camera.rate)) fps; give at most \(decimal(1000 * frame)) ms.")
  }

  /// A sign whose lower edge would be below the road.
  private var buriedSign: Impossibility? {
    let half = sign.width / 2
    guard sign.roadside.signHeight < half * (1 - 1e-9) else { return nil }
    return Impossibility(
      settings: ["sign.height_of_centre", "sign.width"],
      sentence:
        "sign.height_of_centre is \(decimal(sign.roadside.signHeight)) m, so that a part of the sign would be in the "
        + "ground; give at least half its width, \(decimal(half)) m.")
  }
}
