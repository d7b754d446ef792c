import Driving
import Imaging
import Records

/// A subject as the car's sign reader, with an attacker between it and the camera who crafts each frame anew.
struct AttackedSignReader: SignReader {
  let subject: Subject
  let attack: CameraAttack

  func read(_ photograph: Photograph) throws -> Observation<FrameEvidence> {
    let image = photograph.image.roundedToEightBits
    let report = try attack.harness.run(attack.attack, on: [image], goals: [attack.goal], firstIndex: photograph.frame)
    let crafted = report.images[0]
    return Observation(
      reading: subject.signReading(subject.reading(crafted.craftedReading)),
      evidence: FrameEvidence(
        photograph: StoredPicture(image),
        changed: .init(
          picture: StoredPicture(crafted.crafted), clean: subject.signReading(subject.reading(crafted.cleanReading)),
          norms: Norms(crafted.difference), cost: CostRecord(crafted.cost))))
  }
}
