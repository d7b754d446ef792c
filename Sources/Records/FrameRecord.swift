/// Where and when a photograph was taken, and what the car made of it; written as keys of the frame itself.
package struct FrameMoment: Codable, Sendable, Equatable {
  /// Seconds since the drive began.
  package var time: Double
  /// Metres to the stop line.
  package var distance: Double
  /// Metres a second.
  package var speed: Double
  /// How wide the sign is in the photograph, in pixels of the camera.
  package var signWidth: Double
  /// The class number that is confirmed with this photograph; nil when no sign is.
  @Nullable package var believed: Int?
  /// How hard the car brakes at that instant, in m/s2, positive.
  package var braking: Double

  package init(
    time: Double, distance: Double, speed: Double, signWidth: Double, believed: Int?, braking: Double
  ) {
    self.time = time
    self.distance = distance
    self.speed = speed
    self.signWidth = signWidth
    self.believed = believed
    self.braking = braking
  }

  private enum CodingKeys: String, CodingKey {
    case time = "t_s"
    case distance = "distance_m"
    case speed = "speed_mps"
    case signWidth = "sign_px"
    case believed
    case braking = "brake_mps2"
  }
}

/// One photograph of a drive: both readings of it, as it was and as it was perturbed.
package struct FrameRecord: Codable, Sendable, Equatable {
  package var moment: FrameMoment
  /// The photograph as it was.
  package var clean: FrameReading
  /// The photograph as it was perturbed; nil when the drive was not attacked.
  @Nullable package var attacked: FrameReading?
  /// How large the perturbation was; written as keys of the frame itself.
  package var norms: Norms
  /// What crafting it asked of the network; written as keys of the frame itself.
  package var cost: CostRecord

  package init(
    moment: FrameMoment, clean: FrameReading, attacked: FrameReading?, norms: Norms, cost: CostRecord
  ) {
    self.moment = moment
    self.clean = clean
    self.attacked = attacked
    self.norms = norms
    self.cost = cost
  }

  /// What the car acted on.
  package var actedOn: FrameReading { attacked ?? clean }

  private enum CodingKeys: String, CodingKey {
    case clean, attacked
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    moment = try FrameMoment(from: decoder)
    clean = try container.decode(FrameReading.self, forKey: .clean)
    attacked = try container.decodeIfPresent(FrameReading.self, forKey: .attacked)
    norms = try Norms(from: decoder)
    cost = try CostRecord(from: decoder)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try moment.encode(to: encoder)
    try container.encode(clean, forKey: .clean)
    try container.encode(_attacked, forKey: .attacked)
    try norms.encode(to: encoder)
    try cost.encode(to: encoder)
  }
}

/// One photograph of the clean twin.
package struct CleanFrameRecord: Codable, Sendable, Equatable {
  package var moment: FrameMoment
  package var clean: FrameReading

  package init(moment: FrameMoment, clean: FrameReading) {
    self.moment = moment
    self.clean = clean
  }

  private enum CodingKeys: String, CodingKey {
    case clean
  }

  package init(from decoder: any Decoder) throws {
    moment = try FrameMoment(from: decoder)
    clean = try decoder.container(keyedBy: CodingKeys.self).decode(FrameReading.self, forKey: .clean)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try moment.encode(to: encoder)
    try container.encode(clean, forKey: .clean)
  }
}

/// One photograph of the control drive, with noise of the attack's norm on it.
package struct ControlFrameRecord: Codable, Sendable, Equatable {
  package var moment: FrameMoment
  package var control: FrameReading

  package init(moment: FrameMoment, control: FrameReading) {
    self.moment = moment
    self.control = control
  }

  private enum CodingKeys: String, CodingKey {
    case control
  }

  package init(from decoder: any Decoder) throws {
    moment = try FrameMoment(from: decoder)
    control = try decoder.container(keyedBy: CodingKeys.self).decode(FrameReading.self, forKey: .control)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try moment.encode(to: encoder)
    try container.encode(control, forKey: .control)
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
