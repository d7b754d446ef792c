/// Watches the car at the line: what it does there is judged apart from what it means to do.
struct LineWatch {
  /// Where the line is, in metres from where the drive began.
  let line: Double
  /// Where the car first stood still, in metres from where the drive began.
  private(set) var stand: Double?
  /// The speed at which the line was passed, in m/s.
  private(set) var speedAtLine: Double?

  init(line: Double) {
    self.line = line
  }

  /// Takes in one step of the car.
  mutating func watch(from before: Motion, to after: Motion) {
    if stand == nil, after.isStanding { stand = after.travelled }
    guard speedAtLine == nil, before.travelled <= line, after.travelled > line else { return }
    let share = (line - before.travelled) / (after.travelled - before.travelled)
    let (entry, exit) = (before.speed * before.speed, after.speed * after.speed)
    speedAtLine = (entry + share * (exit - entry)).squareRoot()
  }

  /// The verdict, the margin and the speed at the line; nil while the car has neither stood nor passed.
  var judgement: (verdict: Verdict, lineMargin: Double?, speedAtLine: Double)? {
    if let stand, stand <= line { return (.stopped, line - stand, 0) }
    guard let speedAtLine else { return nil }
    if let stand, stand <= line + Driver.overrun { return (.late, line - stand, speedAtLine) }
    return (speedAtLine <= Verdict.rollingSpeed ? .rolled : .ran, nil, speedAtLine)
  }
}
