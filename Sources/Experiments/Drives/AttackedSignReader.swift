import Attacks
import Driving
import Imaging
import Records

/// A subject as the car's sign reader, with an attacker between it and the camera who crafts each frame anew.
struct AttackedSignReader: SignReader {
  private let subject: Subject
  private let attack: CameraAttack
  /// The clean drive's frames by number: photographs that it has taken too need not be read again.
  private let cleanRows: [Int: (distance: Double, reading: SignReading)]

  /// - Parameter clean: the drive without the attack.
  init(subject: Subject, attack: CameraAttack, after clean: DriveLog<FrameEvidence>) {
    self.subject = subject
    self.attack = attack
    cleanRows = Dictionary(
      uniqueKeysWithValues: clean.rows.map { ($0.frame, (distance: $0.motion.distance, reading: $0.reading)) })
  }

  func read(_ photograph: Photograph) throws -> Observation<FrameEvidence> {
    let image = photograph.image.roundedToEightBits
    let clean = try cleanReading(of: photograph, image)
    let report = try attack.harness.run(
      attack.attack, on: [image], readAs: [Reading(decision: clean.classNumber, confidence: clean.confidence)],
      goals: [attack.goal], firstIndex: photograph.frame)
    let crafted = report.images[0]
    return Observation(
      reading: subject.signReading(subject.reading(crafted.craftedReading)),
      evidence: FrameEvidence(
        photograph: StoredPicture(image),
        changed: .init(
          picture: StoredPicture(crafted.crafted), clean: clean, norms: Norms(crafted.difference),
          cost: CostRecord(crafted.cost))))
  }

  private func cleanReading(of photograph: Photograph, _ image: Image) throws -> SignReading {
    if let row = cleanRows[photograph.frame], row.distance == photograph.distance { return row.reading }
    return subject.signReading(try subject.readings(of: subject.batch(of: [image]))[0])
  }
}
