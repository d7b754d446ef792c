import Groundwork
import Settings
import Signs

/// A car's way down a straight lane to a stop line, beside which the sign stands.
package struct Drive: Sendable {
  package let vehicle: Vehicle
  package let perception: Perception.Settings
  package let jitter: CropJitter
  /// How far before the line the drive begins, in metres; where the sign comes into sight when nil.
  package let startDistance: Double?
  /// What stands at the line: what a drive is judged by, and never told to the car.
  package let sign: SignClass

  /// How far past the line a drive ends, in metres.
  package static let runOut = 5.0
  /// What the start distance may be.
  package static let startDistances = QuantityRange(.length, in: .meters, 1...2000)
  /// What the camera's rate may be; the car moves on a hundred times a second.
  package static let frameRates = QuantityRange(.rate, in: .framesPerSecond, 1...Double(Motion.stepsPerSecond))

  /// - Throws: the first setting that is out of range.
  package init(
    vehicle: Vehicle = Vehicle(), perception: Perception.Settings = Perception.Settings(), jitter: CropJitter,
    startDistance: Double? = nil, sign: SignClass = .stop
  ) throws(ParameterFault) {
    try vehicle.validate()
    try ParameterFault.check(perception, in: "perception")
    try ParameterFault.check(jitter, in: "perception")
    if let startDistance { try ParameterFault.check(startDistance, in: Drive.startDistances, "sign.distance") }
    self.vehicle = vehicle
    self.perception = perception
    self.jitter = jitter
    self.startDistance = startDistance
    self.sign = sign
  }
}

/// A drive that cannot be judged.
package struct UnfinishedDrive: ExplainedError, Equatable {
  /// After how many seconds it was given up.
  package let seconds: Double

  package var kind: FaultKind { .internalFault }

  package var description: String {
    "The car had not passed the line after \(Int(seconds)) s, which no drive should take; please report the scenario."
  }
}
