import Groundwork
import Testing

@testable import Driving

@Suite("Settings out of range are refused with a sentence")
struct ValidationTests {
  private func fault(_ body: () throws -> Void) -> ParameterFault? {
    do {
      try body()
      return nil
    } catch {
      return error as? ParameterFault
    }
  }

  @Test(arguments: [-1, 0, 1e9, Double.nan, .infinity])
  func speed(_ value: Double) throws {
    let fault = try #require(fault { try Vehicle(cruisingSpeed: value).validate() })
    #expect(fault.setting == "vehicle.speed")
    #expect(fault.kind == .usage)
  }

  @Test("in the words that a file is refused with")
  func words() {
    #expect(
      fault { try Vehicle(cruisingSpeed: 0.1).validate() }?.description
        == "vehicle.speed is '0.36 km/h'; it must be 2 to 250 km/h.")
    #expect(
      fault { try Vehicle(comfortableBraking: 5, hardestBraking: 4).validate() }?.description
        == "vehicle.hardest_braking is 4 m/s2, less than comfortable_braking; give at least 5 m/s2.")
    #expect(
      fault { _ = try drive(.always(.stop), frameRate: 1000) }?.description
        == "camera.rate is '1000 fps'; it must be 1 to 100 fps.")
  }

  @Test(arguments: [
    Vehicle(comfortableBraking: 0), Vehicle(comfortableBraking: 6, hardestBraking: 5), Vehicle(hardestBraking: .nan),
    Vehicle(acceleration: -2), Vehicle(latency: -0.1), Vehicle(latency: 60), Vehicle(jerkLimit: .constant(0)),
    Vehicle(jerkLimit: .constant(.infinity)),
  ])
  func vehicle(_ vehicle: Vehicle) {
    #expect(fault { _ = try Drive(vehicle: vehicle, jitter: CropJitter(seed: 1)) } != nil)
  }

  @Test(arguments: [
    Perception.Settings(agreeing: 6, window: 5), Perception.Settings(agreeing: 0),
    Perception.Settings(agreeing: 0, window: 0), Perception.Settings(memory: .frames(-1)),
    Perception.Settings(memory: .duration(-1)), Perception.Settings(memory: .duration(.nan)),
  ])
  func perception(_ settings: Perception.Settings) {
    #expect(fault { _ = try Drive(perception: settings, jitter: CropJitter(seed: 1)) } != nil)
  }

  @Test(arguments: [
    Driving.Roadside(lateralOffset: .nan), Driving.Roadside(lateralOffset: 1e6), Driving.Roadside(signHeight: -1),
  ])
  func roadside(_ roadside: Driving.Roadside) {
    #expect(fault { _ = try BlankCamera(roadside) } != nil)
  }

  @Test(arguments: [SIMD2(0, 1), SIMD2(1e6, 1), SIMD2(1, -1), SIMD2(1, .nan)])
  func plate(_ plate: SIMD2<Double>) {
    #expect(fault { _ = try BlankCamera(plate: plate) } != nil)
  }

  @Test(arguments: [-0.1, 0.5, .nan])
  func jitter(_ deviation: Double) {
    #expect(fault { _ = try Drive(jitter: CropJitter(deviation: deviation, seed: 1)) } != nil)
  }

  @Test(arguments: [0, -20, 1e7, .nan])
  func startDistance(_ distance: Double) {
    #expect(fault { _ = try Drive(jitter: CropJitter(seed: 1), startDistance: distance) } != nil)
  }

  @Test(arguments: [0, -20, 1000, .nan])
  func frameRate(_ rate: Double) {
    #expect(fault { _ = try drive(.always(.stop), frameRate: rate) } != nil)
  }

  @Test("all settings at the ends of their ranges still make a drive that ends")
  func extremes() throws {
    for (speed, braking) in [(0.56, 0.5), (69, 0.5), (69, 15), (0.56, 15)] {
      for jerk in [0.5, 1000] {
        let vehicle = Vehicle(
          cruisingSpeed: speed, comfortableBraking: braking, hardestBraking: 15, acceleration: 0.2, latency: 5,
          jerkLimit: .constant(jerk))
        for script in [ScriptedReader.always(.stop), ScriptedReader(reads: { $0.frame / 9 % 2 == 0 ? .stop : .yield })]
        {
          let log = try drive(script, vehicle: vehicle)
          #expect(try #require(log.motion.last).distance < 0)
        }
      }
    }
  }
}
