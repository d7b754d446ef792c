import Driving
import Imaging

/// A subject as the car's sign reader, with nobody between it and the camera.
struct CleanSignReader: SignReader {
  let subject: Subject

  func read(_ photograph: Photograph) throws -> Observation<FrameEvidence> {
    let image = photograph.image.roundedToEightBits
    return Observation(
      reading: subject.signReading(try subject.readings(of: subject.batch(of: [image]))[0]),
      evidence: FrameEvidence(photograph: StoredPicture(image)))
  }
}
