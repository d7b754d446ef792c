import Imaging
import Records
import Reporting

/// Records and pictures made by hand.
enum Fixtures {
  static let names = ClassNames((0..<43).map { $0 == 14 ? "stop" : $0 == 13 ? "yield" : "class \($0)" })
  static let stop = ReadingRecord(classNumber: 14, name: "stop", confidence: 0.97)
  static let yield = ReadingRecord(classNumber: 13, name: "yield", confidence: 0.6)
  static let rejected = ReadingRecord(classNumber: nil, name: nil, confidence: 0.3)
  static let model = ModelReference(path: "Assets/Models/gtsrb.safetensors", sha256: "0123456789abcdef")

  static let jsma = AttackDescription(
    method: "jsma", title: "JSMA", call: "jsma(features=14.5 %, theta=1)", surface: "camera",
    goal: GoalRecord(from: 14, to: 13), settings: ["theta": .number(1), "features": .number(0.145)],
    limits: ["feature_share": .number(0.145)])

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

  static func sheet(_ clean: Image, _ crafted: Image, verdict: PictureVerdict = .flipped) -> SideBySide {
    SideBySide(
      title: "JSMA: stop → yield", name: "00014", details: "theta 1 · gtsrb.safetensors",
      clean: ReadPicture(image: clean, reading: stop), crafted: ReadPicture(image: crafted, reading: yield),
      norms: norms(clean, crafted), verdict: verdict)
  }

  static let stopped = OutcomeRecord(
    outcome: "stopped", isWrong: false, why: "The car believed stop and stood still.", lineMargin: 0.994,
    speedAtLine: 0, hardestBraking: 3.4, beliefs: [BeliefRecord(time: 0.5, distance: 61.24, classNumber: 14)],
    readings: counts(sign: 60), beforeBraking: counts(sign: 31))
  static let rolled = OutcomeRecord(
    outcome: "rolled", isWrong: true, why: "The car believed yield and rolled.", lineMargin: nil, speedAtLine: 2.7777,
    hardestBraking: 3.4,
    beliefs: [
      BeliefRecord(time: 0.6, distance: 58, classNumber: 13), BeliefRecord(time: 2, distance: 30, classNumber: nil),
      BeliefRecord(time: 3, distance: 20, classNumber: 13),
    ], readings: counts(goal: 58, none: 2), beforeBraking: counts(goal: 29, none: 2))

  static func counts(sign: Int = 0, goal: Int = 0, other: Int = 0, none: Int = 0) -> ReadingCounts {
    func kinds(_ kind: ReadingKind, _ count: Int) -> [ReadingKind] { Array(repeating: kind, count: count) }
    return ReadingCounts(of: kinds(.sign, sign) + kinds(.goal, goal) + kinds(.other, other) + kinds(.none, none))
  }

  private static func motion(to speed: Double) -> [MotionRecord] {
    (0...100).map { step in
      let distance = 80 - Double(step) * 0.84
      return MotionRecord(
        time: Double(step) * 0.05, distance: distance,
        speed: max(speed, 13.9 * min(1, (max(distance, 0) / 30).squareRoot())), acceleration: 0)
    }
  }

  static let stopSign = SignRecord(classNumber: 14, name: "stop", demand: "stand", limit: nil, isActedOn: true)

  /// A drive that read stop and did so, and one that read yield and did not, with a control that noise did nothing to.
  static func drive(attacked: Bool) -> DriveRecord {
    let norms = Norms(l0Pixels: 40, l0Features: 60, l1: 30, l2: 4.5, linf: 1, psnr: 21.25, ssim: 0.875)
    let moments = (0..<60).map { index in
      FrameMoment(
        time: Double(index) * 0.05, distance: 70 - Double(index), speed: 13.9, signWidth: 12, believed: 14, braking: 0)
    }
    let frames = moments.enumerated().map { index, moment in
      FrameRecord(
        moment: moment, clean: FrameReading(classNumber: 14, confidence: 0.97),
        attacked: attacked ? FrameReading(classNumber: index < 2 ? nil : 13, confidence: 0.5) : nil,
        norms: attacked ? norms : Norms(),
        cost: attacked ? CostRecord(queries: 20, gradients: 10) : CostRecord())
    }
    var noisy = stopped
    noisy.readings = counts(sign: 59, other: 1)
    return DriveRecord(
      arithmetic: ArithmeticRecord(kernel: "avx2", algorithm: "automatic"), seed: 7,
      scenario: ScenarioRecord(name: "stop-to-yield", sha256: "00ff", resolved: ["scenario": ["seed": "7"]]),
      subject: SubjectRecord(model: model, defences: []), sign: stopSign,
      attack: attacked
        ? jsma : nil,
      brakingPoint: 40, couldObey: true, notes: [], clean: stopped, attacked: attacked ? rolled : nil,
      control: attacked ? noisy : nil, controlNorm: attacked ? "l0_features" : nil, frames: frames,
      cleanFrames: attacked ? moments.map { CleanFrameRecord(moment: $0, clean: frames[0].clean) } : [],
      controlFrames: attacked
        ? moments.enumerated().map {
          ControlFrameRecord(moment: $1, control: FrameReading(classNumber: $0 == 3 ? 2 : 14, confidence: 0.9))
        } : [],
      motion: motion(to: attacked ? 2.78 : 0), cleanMotion: attacked ? motion(to: 0) : [],
      controlMotion: attacked ? motion(to: 0) : [])
  }

  static func moments(_ distances: [Double], attacked: Bool) -> [DriveMoment] {
    distances.map { distance in
      let clean = picture(shift: Int(distance))
      return DriveMoment(
        distance: distance, clean: ReadPicture(image: clean, reading: stop),
        crafted: attacked ? ReadPicture(image: crafted(clean), reading: yield) : nil,
        control: attacked ? ReadPicture(image: crafted(clean, count: 60), reading: stop) : nil)
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
