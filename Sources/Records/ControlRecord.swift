/// What the control of an attacked drive did: on every attacked photograph, random noise of the same norm in place of
/// the attack's perturbation, read by the same network.
package struct ControlRecord: Codable, Sendable, Equatable {
  /// How many photographs the control was tried on.
  package var frames: Int
  /// Those read rightly without noise and as the attack's target with it.
  package var stopToYield: Int
  /// Those read rightly without noise and as another class with it.
  package var stopToOther: Int

  package init(frames: Int, stopToYield: Int, stopToOther: Int) {
    self.frames = frames
    self.stopToYield = stopToYield
    self.stopToOther = stopToOther
  }

  private enum CodingKeys: String, CodingKey {
    case frames
    case stopToYield = "stop_to_yield"
    case stopToOther = "stop_to_other"
  }
}
