import Imaging
import Signs

/// What the car's camera delivers of a sign: the picture the network would get, and where it was cut from.
package struct Photograph: Sendable {
  /// The frame's number since the drive began, from 0; not every frame shows the sign.
  package let frame: Int
  /// Metres from the camera to the stop line.
  package let distance: Double
  /// Where the sign is in the camera's frame, as projected.
  package let sign: SignBox
  /// What was cut out: the sign with margin, displaced by the detector's error.
  package let crop: SignBox
  /// The crop, in the size that the reader reads.
  package let image: Image

  package init(frame: Int, distance: Double, sign: SignBox, crop: SignBox, image: Image) {
    self.frame = frame
    self.distance = distance
    self.sign = sign
    self.crop = crop
    self.image = image
  }
}

/// What was read on one photograph.
package struct Observation<Evidence: Sendable>: Sendable {
  /// What the car gets to know.
  package var reading: SignReading
  /// What the reader keeps of the photograph: what somebody did to it, say. The drive passes it on unseen.
  package var evidence: Evidence

  package init(reading: SignReading, evidence: Evidence) {
    self.reading = reading
    self.evidence = evidence
  }
}

/// Reads signs for the car, and may stand for someone who tampers with what is read: the drive knows neither networks
/// nor attacks.
package protocol SignReader<Evidence> {
  associatedtype Evidence: Sendable

  /// Reads one photograph. The same photograph must always give the same observation.
  mutating func read(_ photograph: Photograph) throws -> Observation<Evidence>
}
