import Attacks
import Driving
import Groundwork
import Imaging
import Records

/// A subject as the car's sign reader, with random noise on every photograph: as much of it as the attack put on the
/// frame of the same number, and after the attacked drive's last frame as much as on that.
struct ControlSignReader: SignReader {
  private let subject: Subject
  private let norm: PerturbationNorm
  private let seed: UInt64
  /// What the attack changed, by frame.
  private let changes: [Int: (photograph: StoredPicture, crafted: StoredPicture)]
  private let lastFrame: Int

  /// - Parameters:
  ///   - attacked: the attacked drive.
  ///   - norm: in which the noise equals the attack's perturbations.
  ///   - seed: the run's seed; every frame has its own stream.
  init(matching attacked: DriveLog<FrameEvidence>, norm: PerturbationNorm, subject: Subject, seed: UInt64) {
    self.subject = subject
    self.norm = norm
    self.seed = seed
    changes = Dictionary(
      uniqueKeysWithValues: attacked.rows.compactMap { row in
        row.evidence.changed.map { (row.frame, (row.evidence.photograph, $0.picture)) }
      })
    lastFrame = changes.keys.max() ?? 0
  }

  func read(_ photograph: Photograph) throws -> Observation<FrameEvidence> {
    let image = photograph.image.roundedToEightBits
    guard let change = changes[min(photograph.frame, lastFrame)] else {
      return try CleanSignReader(subject: subject).read(photograph)
    }
    let noisy = UniformNoise.matching(
      clean: change.photograph.image, crafted: change.crafted.image, on: image, norm: norm,
      stream: RandomStream(seed: seed, name: "control noise", photograph.frame))
    return Observation(
      reading: subject.signReading(try subject.readings(of: subject.batch(of: [noisy]))[0]),
      evidence: FrameEvidence(
        photograph: StoredPicture(image),
        changed: .init(picture: StoredPicture(noisy), clean: nil, norms: Norms(), cost: CostRecord())))
  }
}
