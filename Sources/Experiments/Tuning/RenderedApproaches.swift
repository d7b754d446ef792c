import Driving
import Groundwork
import Imaging
import Records
import Scenarios
import Signs

/// A car's ways towards rendered signs at its cruising speed, each in a light and at a roadside of its own.
package struct RenderedApproaches: Sendable {
  private let scenario: Scenario
  private let picture: PictureShape
  private let faces: String
  private let loop: ConcurrentLoop

  /// - Parameters:
  ///   - scenario: the car, its camera and what the approaches have in common.
  ///   - picture: what the reader is given.
  ///   - faces: the folder of the sign faces, `Assets/Signs`.
  ///   - loop: what renders; the pictures do not depend on its threads.
  package init(_ scenario: Scenario, picture: PictureShape, faces: String, loop: ConcurrentLoop) {
    self.scenario = scenario
    self.picture = picture
    self.faces = faces
    self.loop = loop
  }

  /// What the approaches have in common, as results name it.
  var record: ScenarioRecord {
    ScenarioRecord(name: scenario.name, sha256: scenario.digest, resolved: scenario.resolved)
  }

  /// Photographs a second.
  package var frameRate: Double { scenario.camera.rate }

  /// How far before the line a sign must be believed at the latest, in metres.
  package var lastMoment: Double { scenario.vehicle.brakingPoint }

  /// What the camera photographs on the way, far to near, with metres to the line.
  /// - Parameters:
  ///   - sign: what stands there.
  ///   - number: which of the approaches; each is drawn from its own stream of the scenario's seed.
  /// - Throws: `SignFaceError` when the face cannot be loaded, `ParameterFault` when a setting is out of range.
  package func photographs(
    approaching sign: SignClass, number: Int
  ) throws -> [(distance: Double, image: Image)] {
    let scenario = varied(sign, number: number)
    let camera = try RoadsideCamera(scenario, picture: picture, faces: faces, loop: loop)
    let jitter = CropJitter(deviation: scenario.perception.cropJitter, seed: scenario.seed)
    let start = scenario.sign.distance ?? camera.firstSight
    try ParameterFault.check(start, in: Drive.startDistances, "the distance at which the sign comes into sight")
    let step = scenario.vehicle.cruisingSpeed / camera.frameRate
    var photographs: [(distance: Double, image: Image)] = []
    for frame in 0...Int(start / step) {
      let distance = start - Double(frame) * step
      guard let box = camera.sight(at: distance) else { continue }
      let crop = jitter.crop(of: box, frame: frame)
      let image = camera.photograph(frame: frame, distance: distance, crop: crop)
      photographs.append((distance, image.roundedToEightBits))
    }
    return photographs
  }

  /// The scenario with another sign, seed, light, roadside and wear.
  private func varied(_ sign: SignClass, number: Int) -> Scenario {
    var stream = RandomStream(seed: scenario.seed, name: "approach", number)
    var scenario = scenario
    scenario.seed = stream.next()
    scenario.sign.face = sign
    scenario.sign.picture = nil
    scenario.sign.roadside.lateralOffset = Double(stream.uniform(in: 2..<4.5))
    scenario.sign.roadside.signHeight = Double(stream.uniform(in: 2..<3))
    scenario.sign.roadside.yaw = Double(stream.uniform(in: -0.3..<0.3))
    scenario.sign.wear.fading = Double(stream.uniform(in: 0..<0.4))
    scenario.sign.wear.dirt = Double(stream.uniform(in: 0..<0.3))
    let skies: [Daylight.Sky] = [.clear, .partlyCloudy, .overcast]
    scenario.light.daylight.sky = skies[stream.index(below: skies.count)]
    scenario.light.daylight.sunElevation = Double(stream.uniform(in: 0.2..<1.1))
    scenario.light.daylight.sunAzimuth = Double(stream.uniform(in: -.pi ..< .pi))
    scenario.light.daylight.sunOnSign = Double(stream.uniform())
    return scenario
  }
}
