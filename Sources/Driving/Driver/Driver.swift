import Signs

/// Decides the speed from the confirmed sign and the way to the line.
///
/// Nothing but the line is on the road: at a yield sign the way is always free, and after a stop too.
struct Driver: Sendable {
  /// How far before the line a stop is meant to end, in metres (Apollo's stop-sign scenario has the same).
  static let standoff = 1.0
  /// How long the car stands at a stop sign, in seconds (Apollo, too).
  static let wait = 1.0
  /// How fast a yield sign is passed, in m/s: 10 km/h.
  static let yieldingSpeed = 10 / 3.6
  /// How far past the line a stop may still end, in metres; who would come to stand farther drives on instead, since
  /// the middle of a junction is no place to stand.
  static let overrun = 1.0

  let vehicle: Vehicle
  /// Where the line is, in metres from where the drive began.
  let line: Double
  private var intention = Intention.cruise
  /// The braking that is under way for the intention.
  private var braking: SpeedGoal?
  /// For how many steps the car has stood.
  private var stood = 0
  /// The line is behind or the stop is over: nothing the sign says matters any more.
  private var isThrough = false

  init(vehicle: Vehicle, line: Double) {
    self.vehicle = vehicle
    self.line = line
  }

  /// The speed to get to in the next step.
  /// - Parameter sign: the sign that the driver now takes to be confirmed.
  mutating func decide(_ motion: Motion, at sign: SignClass?) -> SpeedGoal {
    let wanted = Intention(at: sign)
    if wanted != intention {
      intention = wanted
      braking = nil
      stood = 0
    }
    if !isThrough { isThrough = isDone(motion) }
    guard !isThrough else { return vehicle.cruising }
    switch intention {
    case .cruise:
      return vehicle.cruising
    case .yield:
      return slow(motion, to: min(Driver.yieldingSpeed, vehicle.cruisingSpeed), at: line)
    case .stop:
      return slow(motion, to: 0, at: line - Driver.standoff)
    }
  }

  /// Whether the car has done what its intention asks for, or can no longer do it.
  private mutating func isDone(_ motion: Motion) -> Bool {
    if intention == .stop, motion.isStanding {
      stood += 1
      return Double(stood) * Motion.step > Driver.wait
    }
    guard motion.travelled > line else { return false }
    guard intention == .stop else { return true }
    let hardest = vehicle.emergency(to: 0)
    braking = hardest
    return !vehicle.canSlow(motion, to: hardest, within: line + Driver.overrun - motion.travelled)
  }

  /// Cruises while the speed can still be brought down comfortably in time; then brakes, once planned, to the end.
  private mutating func slow(_ motion: Motion, to speed: Double, at place: Double) -> SpeedGoal {
    if let braking { return braking }
    var ahead = motion
    ahead.step(towards: vehicle.cruising, within: vehicle.jerkLimits)
    let comfortable = vehicle.slowing(to: speed, braking: vehicle.comfortableBraking)
    if vehicle.canSlow(ahead, to: comfortable, within: place - ahead.travelled) { return vehicle.cruising }
    let goal = vehicle.braking(motion, toSlowTo: speed, within: place - motion.travelled)
    braking = goal
    return goal
  }
}
