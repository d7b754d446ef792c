/// One photograph of a drive: both readings of it, as it was and as it was perturbed.
package struct FrameRecord: Codable, Sendable, Equatable {
  /// Seconds since the drive began.
  package var time: Double
  /// Metres to the stop line.
  package var distance: Double
  /// Metres a second.
  package var speed: Double
  /// How wide the sign is in the photograph, in pixels of the camera.
  package var signWidth: Double
  /// The photograph as it was.
  package var clean: FrameReading
  /// The photograph as it was perturbed; nil when the drive was not attacked.
  @Nullable package var attacked: FrameReading?
  /// How large the perturbation was; written as keys of the frame itself.
  package var norms: Norms
  /// What crafting it asked of the network; written as keys of the frame itself.
  package var cost: CostRecord

  package init(
    time: Double, distance: Double, speed: Double, signWidth: Double, clean: FrameReading, attacked: FrameReading?,
    norms: Norms, cost: CostRecord
  ) {
    self.time = time
    self.distance = distance
    self.speed = speed
    self.signWidth = signWidth
    self.clean = clean
    self.attacked = attacked
    self.norms = norms
    self.cost = cost
  }

  private enum CodingKeys: String, CodingKey {
    case time = "t_s"
    case distance = "distance_m"
    case speed = "speed_mps"
    case signWidth = "sign_px"
    case clean, attacked
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    time = try container.decode(Double.self, forKey: .time)
    distance = try container.decode(Double.self, forKey: .distance)
    speed = try container.decode(Double.self, forKey: .speed)
    signWidth = try container.decode(Double.self, forKey: .signWidth)
    clean = try container.decode(FrameReading.self, forKey: .clean)
    attacked = try container.decodeIfPresent(FrameReading.self, forKey: .attacked)
    norms = try Norms(from: decoder)
    cost = try CostRecord(from: decoder)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(time, forKey: .time)
    try container.encode(distance, forKey: .distance)
    try container.encode(speed, forKey: .speed)
    try container.encode(signWidth, forKey: .signWidth)
    try container.encode(clean, forKey: .clean)
    try container.encode(_attacked, forKey: .attacked)
    try norms.encode(to: encoder)
    try cost.encode(to: encoder)
  }
}

/// One photograph of a clean drive.
package struct CleanFrameRecord: Codable, Sendable, Equatable {
  /// Seconds since the drive began.
  package var time: Double
  /// Metres to the stop line.
  package var distance: Double
  /// Metres a second.
  package var speed: Double
  /// How wide the sign is in the photograph, in pixels of the camera.
  package var signWidth: Double
  package var clean: FrameReading

  package init(time: Double, distance: Double, speed: Double, signWidth: Double, clean: FrameReading) {
    self.time = time
    self.distance = distance
    self.speed = speed
    self.signWidth = signWidth
    self.clean = clean
  }

  private enum CodingKeys: String, CodingKey {
    case time = "t_s"
    case distance = "distance_m"
    case speed = "speed_mps"
    case signWidth = "sign_px"
    case clean
  }
}

/// Where the car was at the instant of a frame, whether or not the sign was in sight.
package struct MotionRecord: Codable, Sendable, Equatable {
  /// Seconds since the drive began.
  package var time: Double
  /// Metres to the stop line, negative past it.
  package var distance: Double
  /// Metres a second.
  package var speed: Double
  /// Metres a second squared, negative when braking.
  package var acceleration: Double

  package init(time: Double, distance: Double, speed: Double, acceleration: Double) {
    self.time = time
    self.distance = distance
    self.speed = speed
    self.acceleration = acceleration
  }

  private enum CodingKeys: String, CodingKey {
    case time = "t_s"
    case distance = "distance_m"
    case speed = "speed_mps"
    case acceleration = "acceleration_mps2"
  }
}
