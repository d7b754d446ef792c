import Attacks
import Driving
import Imaging
import Records

/// A subject as the car's sign reader, with an attacker between it and the camera who crafts each frame anew.
///
/// As long as the car cruises as it did without the attack its next photographs are known: they are crafted together,
/// which is faster and gives each the picture that it gets alone. What a changed course makes wrong is thrown away.
struct AttackedSignReader: SignReader {
  private let subject: Subject
  private let attack: CameraAttack
  /// The clean drive's frames by number: photographs that it has taken too need not be read again.
  private let cleanRows: [Int: DriveRow<FrameEvidence>]
  /// What was crafted for frames to come, at the distances of the clean drive.
  private var ahead: [Int: CraftedImage] = [:]

  /// How many frames are crafted together at most: what is thrown away at worst.
  private static let framesAtOnce = 16

  /// - Parameter clean: the drive without the attack.
  init(subject: Subject, attack: CameraAttack, after clean: DriveLog<FrameEvidence>) {
    self.subject = subject
    self.attack = attack
    cleanRows = Dictionary(uniqueKeysWithValues: clean.rows.map { ($0.frame, $0) })
  }

  mutating func read(_ photograph: Photograph) throws -> Observation<FrameEvidence> {
    let image = photograph.image.roundedToEightBits
    let (crafted, clean) = try crafted(photograph, image)
    return Observation(
      reading: subject.signReading(subject.reading(crafted.craftedReading)),
      evidence: FrameEvidence(
        photograph: StoredPicture(image),
        changed: .init(
          picture: StoredPicture(crafted.crafted), clean: clean, norms: Norms(crafted.difference),
          cost: CostRecord(crafted.cost))))
  }

  /// What the attacker makes of a photograph, and what the photograph itself is read as.
  private mutating func crafted(
    _ photograph: Photograph, _ image: Image
  ) throws -> (crafted: CraftedImage, clean: SignReading) {
    guard let row = cleanRows[photograph.frame], row.motion.distance == photograph.distance else {
      ahead = [:]
      let reading = subject.signReading(try subject.readings(of: subject.batch(of: [image]))[0])
      return (try craft([(image, reading)], from: photograph.frame)[0], reading)
    }
    if let known = ahead.removeValue(forKey: photograph.frame) { return (known, row.reading) }
    let rows = cruise(from: row)
    let results = try craft(rows.map { ($0.evidence.photograph.image, $0.reading) }, from: row.frame)
    ahead = Dictionary(uniqueKeysWithValues: zip(rows, results).dropFirst().map { ($0.frame, $1) })
    return (results[0], row.reading)
  }

  /// The frame and those after it while the clean car neither brakes nor accelerates.
  private func cruise(from row: DriveRow<FrameEvidence>) -> [DriveRow<FrameEvidence>] {
    var rows = [row]
    while rows.count < Self.framesAtOnce, let next = cleanRows[row.frame + rows.count],
      next.motion.acceleration == 0, next.motion.speed == row.motion.speed
    {
      rows.append(next)
    }
    return rows
  }

  private func craft(
    _ photographs: [(image: Image, reading: SignReading)], from frame: Int
  ) throws -> [CraftedImage] {
    try attack.harness.run(
      attack.attack, on: photographs.map(\.image),
      readAs: photographs.map { Reading(decision: $0.reading.classNumber, confidence: $0.reading.confidence) },
      goals: photographs.map { _ in attack.goal }, firstIndex: frame
    ).images
  }
}
