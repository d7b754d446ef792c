import Attacks
import Driving
import Imaging
import Records

/// What a drive keeps of an attacked frame: figures, so that a long drive needs no more memory than a short one.
package struct FrameEvidence: Sendable {
  package var norms: Norms
  package var cost: CostRecord
  /// What random noise of the same norm on the same photograph was read as.
  package var control: SignReading
}

/// A network as the car's sign reader, with or without an attacker between the camera and it.
package struct NetworkSignReader: SignReader {
  private let model: Subject
  private let attack: CameraAttack?
  /// Photographs kept for the picture of the drive.
  package let film: DriveFilm

  package init(model: Subject, attack: CameraAttack?, film: DriveFilm) {
    self.model = model
    self.attack = attack
    self.film = film
  }

  package mutating func read(_ photograph: Photograph) throws -> Observation<FrameEvidence> {
    let image = photograph.image.roundedToEightBits
    guard let attack else {
      let reading = try model.readings(of: model.batch(of: [image]))[0]
      film.keep(image, crafted: nil, of: photograph, clean: reading, attacked: nil)
      return Observation(clean: model.signReading(reading))
    }
    let report = try attack.harness.run(attack.attack, on: [image], goals: [attack.goal], firstIndex: photograph.frame)
    let control = try attack.harness.control(of: report, firstIndex: photograph.frame)
    let crafted = report.images[0]
    let (clean, attacked) = (model.reading(crafted.cleanReading), model.reading(crafted.craftedReading))
    film.keep(image, crafted: crafted.crafted, of: photograph, clean: clean, attacked: attacked)
    return Observation(
      clean: model.signReading(clean),
      attacked: .init(
        reading: model.signReading(attacked),
        evidence: FrameEvidence(
          norms: Norms(crafted.difference), cost: CostRecord(crafted.cost),
          control: model.signReading(model.reading(control.images[0].craftedReading)))))
  }
}

extension Norms {
  package init(_ difference: ImageDifference) {
    self.init(
      l0Pixels: difference.l0Pixels, l0Features: difference.l0Features, l1: difference.l1, l2: difference.l2,
      linf: difference.linf, psnr: difference.psnr, ssim: difference.ssim)
  }
}

extension CostRecord {
  package init(_ cost: Meter.Cost) {
    self.init(queries: cost.queries, gradients: cost.gradients)
  }
}
