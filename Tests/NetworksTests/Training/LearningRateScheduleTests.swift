import Testing

@testable import Networks

struct LearningRateScheduleTests {
  /// `OneCycleLR(max_lr=0.05, total_steps=20, pct_start=0.3)`, which cycles momentum between 0.85 and 0.95.
  @Test(arguments: [
    (0, 0.002, 0.95), (1, 0.006_583_592, 0.940_450_85), (4, 0.045_416_41, 0.859_549_15), (5, 0.05, 0.85),
    (6, 0.049_373_2, 0.851_253_6), (12, 0.025_000_1, 0.9), (18, 0.000_626_999_7, 0.948_746_4), (19, 2e-7, 0.95),
  ])
  func oneCycleIsPyTorchs(step: Int, rate: Float, momentum: Float) throws {
    let schedule = LearningRateSchedule.oneCycle(peak: 0.05, momentum: 0.85...0.95)
    #expect(abs(schedule.rate(step: step, of: 20) - rate) < 1e-8)
    #expect(abs(try #require(schedule.momentum(step: step, of: 20)) - momentum) < 1e-6)
  }

  /// `CosineAnnealingLR(T_max=10, eta_min=0.001)` from 0.1.
  @Test(arguments: [(0, 0.1), (1, 0.097_577_3), (5, 0.050_5), (9, 0.003_422_702_4)])
  func cosineIsPyTorchs(step: Int, rate: Float) {
    let schedule = LearningRateSchedule.cosine(peak: 0.1, floor: 0.001)
    #expect(abs(schedule.rate(step: step, of: 10) - rate) < 1e-7)
    #expect(schedule.momentum(step: step, of: 10) == nil)
  }

  @Test(arguments: [1, 2, 3, 7, 100], [0.0, 0.3, 1.0])
  func oneCycleStaysBetweenItsEndsHoweverShortTheRun(steps: Int, warmUp: Double) {
    let schedule = LearningRateSchedule.oneCycle(peak: 0.05, warmUp: warmUp)
    for step in 0..<steps {
      let rate = schedule.rate(step: step, of: steps)
      #expect(rate >= 1.9e-7 && rate <= 0.05)
    }
  }
}
