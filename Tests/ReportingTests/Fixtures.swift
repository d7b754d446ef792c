import Imaging
import Records
import Reporting

/// Records and pictures made by hand.
enum Fixtures {
  static let names = ClassNames((0..<43).map { $0 == 14 ? "stop" : $0 == 13 ? "yield" : "class \($0)" })
  static let stop = Reading(classNumber: 14, name: "stop", confidence: 0.97)
  static let yield = Reading(classNumber: 13, name: "yield", confidence: 0.6)
  static let rejected = Reading(classNumber: nil, name: nil, confidence: 0.3)
  static let model = ModelReference(path: "Assets/Models/gtsrb.safetensors", sha256: "0123456789abcdef")

  /// A picture without two equal pixels beside each other.
  static func picture(width: Int = 32, height: Int = 32, shift: Int = 0) -> Image {
    let count = 3 * width * height
    return Image(width: width, height: height, samples: (0..<count).map { Float(($0 * 37 + shift) % 200 + 20) / 255 })
  }

  /// The picture with the first `count` values a few levels brighter.
  static func crafted(_ image: Image, count: Int = 30, levels: Int = 16) -> Image {
    var crafted = image
    for index in 0..<count { crafted.samples[index * 7] += Float(levels) / 255 }
    return crafted
  }

  static func norms(_ clean: Image, _ crafted: Image) -> Norms {
    let difference = ImageDifference(clean: clean, crafted: crafted)
    return Norms(
      l0Pixels: difference.l0Pixels, l0Features: difference.l0Features, l1: difference.l1, l2: difference.l2,
      linf: difference.linf, psnr: difference.psnr, ssim: difference.ssim)
  }

  static func sheet(_ clean: Image, _ crafted: Image, verdict: Verdict = .flipped) -> SideBySide {
    SideBySide(
      title: "JSMA: stop → yield", details: "theta 1 · gtsrb.safetensors",
      clean: ReadPicture(image: clean, reading: stop), crafted: ReadPicture(image: crafted, reading: yield),
      norms: norms(clean, crafted), verdict: verdict)
  }

  static let stopped = OutcomeRecord(
    outcome: "stopped", lineMargin: 0.994, speedAtLine: 0, confirmedAt: 61.24, confirmedClass: 14,
    readings: ["14": 88])
  static let rolled = OutcomeRecord(
    outcome: "rolled", lineMargin: nil, speedAtLine: 2.7777, confirmedAt: 58, confirmedClass: 13,
    readings: ["none": 2, "13": 84, "14": 2, "1": 1])

  private static func motion(to speed: Double) -> [MotionRecord] {
    (0...100).map { step in
      let distance = 80 - Double(step) * 0.84
      return MotionRecord(
        time: Double(step) * 0.05, distance: distance,
        speed: max(speed, 13.9 * min(1, (max(distance, 0) / 30).squareRoot())), acceleration: 0)
    }
  }

  /// A drive that read stop and did so, and one that read yield and did not.
  static func drive(attacked: Bool) -> DriveRecord {
    let norms = Norms(l0Pixels: 40, l0Features: 60, l1: 30, l2: 4.5, linf: 1, psnr: 21.25, ssim: 0.875)
    let frames = (0..<60).map { index in
      FrameRecord(
        time: Double(index) * 0.05, distance: 70 - Double(index), speed: 13.9, signWidth: 12,
        clean: FrameReading(classNumber: 14, confidence: 0.97),
        attacked: attacked ? FrameReading(classNumber: index < 2 ? nil : 13, confidence: 0.5) : nil,
        norms: attacked ? norms : Norms(), cost: CostRecord(queries: attacked ? 10 : 0))
    }
    return DriveRecord(
      scenario: "stop-to-yield", seed: 7, model: model,
      attack: attacked
        ? AttackDescription(
          method: "jsma", surface: "camera", goal: GoalRecord(from: 14, to: 13),
          budget: ["theta": .integer(1), "feature_share": .number(0.145)]) : nil,
      clean: stopped, attacked: attacked ? rolled : nil,
      flips: FlipRecord(
        frames: 60, from: 14, to: 13, stopToYield: attacked ? 58 : 0, stopToOther: 0,
        stopToNone: attacked ? 2 : 0, firstAt: attacked ? 70 : nil,
        beforeBraking: FlipsBeforeBraking(brakingPoint: 40, frames: 31, stopToYield: attacked ? 29 : 0)),
      control: attacked ? ControlRecord(frames: 60, stopToYield: 0, stopToOther: 1) : nil,
      norms: NormSummary(of: attacked ? frames.map(\.norms) : []), cost: CostRecord(queries: 1234, gradients: 567),
      frames: frames,
      cleanFrames: attacked
        ? frames.map {
          CleanFrameRecord(
            time: $0.time, distance: $0.distance, speed: $0.speed, signWidth: $0.signWidth, clean: $0.clean)
        } : [], motion: motion(to: attacked ? 2.78 : 0), cleanMotion: attacked ? motion(to: 0) : [])
  }

  static func moments(_ distances: [Double], attacked: Bool) -> [DriveMoment] {
    distances.map { distance in
      let clean = picture(shift: Int(distance))
      return DriveMoment(
        distance: distance, clean: ReadPicture(image: clean, reading: stop),
        crafted: attacked ? ReadPicture(image: crafted(clean), reading: yield) : nil)
    }
  }
}

extension Image {
  /// A part of the picture.
  func part(_ place: PixelRectangle) -> Image {
    var part = Image(width: place.width, height: place.height)
    part.paste(self, x: -place.x, y: -place.y)
    return part
  }
}
