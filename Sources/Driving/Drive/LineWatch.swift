import Signs

/// Watches the car at the line: what it does there is judged apart from what it means to do.
struct LineWatch {
  /// Where the line is, in metres from where the drive began.
  let line: Double
  /// What the sign at the line asks for.
  let demand: Demand
  /// The highest speed that nobody need brake from for the sign's sake, in m/s.
  private let dueSpeed: Double
  /// Where the car first stood still, in metres from where the drive began.
  private(set) var stand: Double?
  /// The speed at which the line was passed, in m/s.
  private(set) var speedAtLine: Double?
  /// The hardest braking before the line, in m/s2, positive.
  private(set) var hardestBraking = 0.0
  /// The hardest before the line at speeds that the sign allows, in m/s2, positive.
  private var hardestNeedlessBraking = 0.0

  /// - Parameter cruisingSpeed: what the car drives where no sign asks for less, in m/s.
  init(line: Double, demand: Demand, cruisingSpeed: Double) {
    self.line = line
    self.demand = demand
    dueSpeed = min(cruisingSpeed, demand.limit ?? .infinity)
  }

  /// Takes in one step of the car.
  mutating func watch(from before: Motion, to after: Motion) {
    if stand == nil, after.isStanding { stand = after.travelled }
    guard speedAtLine == nil, before.travelled <= line else { return }
    hardestBraking = max(hardestBraking, -after.acceleration)
    if after.speed <= dueSpeed { hardestNeedlessBraking = max(hardestNeedlessBraking, -after.acceleration) }
    guard after.travelled > line else { return }
    let share = (line - before.travelled) / (after.travelled - before.travelled)
    let (entry, exit) = (before.speed * before.speed, after.speed * after.speed)
    speedAtLine = (entry + share * (exit - entry)).squareRoot()
  }

  /// What the car did at the line; nil while it has not passed it.
  var judgement: Judgement? {
    guard let passed = speedAtLine else { return nil }
    let stoodBefore = stand.map { $0 <= line } ?? false
    let stoodNear = stand.map { $0 <= line + Driver.overrun } ?? false
    let speed = stoodBefore ? 0 : passed
    return Judgement(
      verdict: verdict(stoodBefore: stoodBefore, stoodNear: stoodNear, speed: speed),
      lineMargin: stoodNear ? stand.map { line - $0 } : nil, speedAtLine: speed, hardestBraking: hardestBraking)
  }

  private func verdict(stoodBefore: Bool, stoodNear: Bool, speed: Double) -> Verdict {
    switch demand {
    case .stand:
      if stoodNear { return stoodBefore ? .stopped : .late }
      return speed <= Verdict.rollingSpeed ? .rolled : .ran
    case .giveWay: return speed <= Verdict.rollingSpeed ? .gaveWay : .didNotGiveWay
    case .keepBelow(let limit):
      // Speeds are integrated, so a car that keeps to the limit may be an ulp above it.
      return phantom(stood: stoodNear) ?? (speed <= limit * (1 + 1e-9) ? .keptBelow : .tooFast)
    case .keepOut: return .entered
    case .nothing: return phantom(stood: stoodNear) ?? .passed
    }
  }

  private func phantom(stood: Bool) -> Verdict? {
    if stood { return .phantomStop }
    return hardestNeedlessBraking >= Verdict.phantomDeceleration ? .phantomBraking : nil
  }

  /// What the car did at the line.
  struct Judgement {
    var verdict: Verdict
    var lineMargin: Double?
    var speedAtLine: Double
    var hardestBraking: Double
  }
}
