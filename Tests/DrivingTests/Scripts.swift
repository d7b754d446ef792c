import Groundwork
import Imaging
import Signs

@testable import Driving

/// A camera whose pictures are blank: what is read on them comes from a script.
struct BlankCamera: SignCamera {
  var geometry: SignGeometry
  var frameRate = 20.0

  init(
    _ roadside: Driving.Roadside = Driving.Roadside(), plate: SIMD2<Double> = SIMD2(0.9, 0.9), frameRate: Double = 20
  ) throws {
    geometry = try SignGeometry(camera: PinholeCamera(), roadside: roadside, plate: plate)
    self.frameRate = frameRate
  }

  var firstSight: Double { geometry.firstSight }

  func sight(at distance: Double) -> SignBox? { geometry.sight(at: distance) }

  func photograph(frame: Int, distance: Double, crop: SignBox) -> Image { Image(width: 1, height: 1) }
}

/// A reader that says what a script says of a photograph; nil is a rejected reading.
struct ScriptedReader: SignReader {
  var reads: @Sendable (Photograph) -> SignClass? = { _ in .stop }

  /// Reads the same on every photograph.
  static func always(_ sign: SignClass?) -> ScriptedReader { ScriptedReader(reads: { _ in sign }) }

  func read(_ photograph: Photograph) -> Observation<Int> {
    let sign = reads(photograph)
    return Observation(
      reading: SignReading(classNumber: sign?.rawValue, sign: sign, confidence: sign == nil ? 0.25 : 0.75),
      evidence: photograph.frame)
  }
}

/// Drives with the default car unless told otherwise, with what a script reads.
func drive(
  _ reader: ScriptedReader, vehicle: Vehicle = Vehicle(), perception: Perception.Settings = Perception.Settings(),
  frameRate: Double = 20, startDistance: Double? = nil, sign: SignClass = .stop
) throws -> DriveLog<Int> {
  let drive = try Drive(
    vehicle: vehicle, perception: perception, jitter: CropJitter(seed: 1), startDistance: startDistance, sign: sign)
  var camera = try BlankCamera(frameRate: frameRate)
  return try drive.run(camera: &camera, reader: reader)
}

/// Speeds and settings drawn at random, the same ones every time.
struct RandomVehicles {
  static let all: [Vehicle] = (0..<24).map { index in
    var stream = RandomStream(seed: 11, name: "test vehicles", index)
    return Vehicle(
      cruisingSpeed: Double(stream.uniform(in: 1..<36)), comfortableBraking: Double(stream.uniform(in: 1..<5)),
      hardestBraking: Double(stream.uniform(in: 5..<9)), acceleration: Double(stream.uniform(in: 0.5..<4)),
      latency: Double(stream.uniform(in: 0..<1)))
  }
}

extension Vehicle {
  /// The default car with a few settings of its own.
  init(
    cruisingSpeed: Double? = nil, comfortableBraking: Double? = nil, hardestBraking: Double? = nil,
    acceleration: Double? = nil, latency: Double? = nil, jerkLimit: JerkLimit? = nil,
    emergencyJerk: Double? = nil
  ) {
    self.init()
    self.cruisingSpeed = cruisingSpeed ?? self.cruisingSpeed
    self.comfortableBraking = comfortableBraking ?? self.comfortableBraking
    self.hardestBraking = hardestBraking ?? self.hardestBraking
    self.acceleration = acceleration ?? self.acceleration
    self.latency = latency ?? self.latency
    self.jerkLimit = jerkLimit ?? self.jerkLimit
    self.emergencyJerk = emergencyJerk ?? self.emergencyJerk
  }
}

extension Driving.Roadside {
  /// The default sign with a place of its own.
  init(lateralOffset: Double? = nil, signHeight: Double? = nil, yaw: Double? = nil) {
    self.init()
    self.lateralOffset = lateralOffset ?? self.lateralOffset
    self.signHeight = signHeight ?? self.signHeight
    self.yaw = yaw ?? self.yaw
  }
}

extension Perception.Settings {
  /// The default perception with a few settings of its own.
  init(
    agreeing: Int? = nil, window: Int? = nil, memory: SignMemory? = nil
  ) {
    self.init()
    agreement.agreeing = agreeing ?? agreement.agreeing
    agreement.window = window ?? agreement.window
    self.memory = memory ?? self.memory
  }
}
