import Groundwork
import Records

/// Records with a value in every key, for the tests.
enum RecordSamples {
  static let model = ModelReference(path: "Assets/Models/stopline.safetensors", sha256: "00ff")
  static let norms = Norms(l0Pixels: 12, l0Features: 20, l1: 8.25, l2: 2.5, linf: 1, psnr: 30.5, ssim: 0.875)

  static let moment = FrameMoment(
    time: 0.05, distance: 52.5, speed: 13.875, signWidth: 22.5, believed: 14, braking: 0.5)

  static let frame = FrameRecord(
    moment: moment, clean: FrameReading(classNumber: 14, confidence: 0.5),
    attacked: FrameReading(classNumber: nil, confidence: 0.25), norms: norms, cost: CostRecord(queries: 3, gradients: 2)
  )

  static let unattackedFrame = FrameRecord(
    moment: FrameMoment(time: 0, distance: 53, speed: 14, signWidth: 22, believed: nil, braking: 0),
    clean: FrameReading(classNumber: 14, confidence: 0.5), attacked: nil, norms: Norms(), cost: CostRecord())

  static let outcome = OutcomeRecord(
    outcome: "stopped", isWrong: false, why: "The car stood still.", lineMargin: 1, speedAtLine: 0,
    hardestBraking: 3.25, beliefs: [BeliefRecord(time: 0.5, distance: 41.5, classNumber: 14)],
    readings: ReadingCounts(of: [.sign, .sign, .none]), beforeBraking: ReadingCounts(of: [.sign]))

  static func drive(attack: AttackDescription?, attacked: OutcomeRecord?, frames: [FrameRecord]) -> DriveRecord {
    DriveRecord(
      arithmetic: ArithmeticRecord(kernel: "avx2", algorithm: "automatic"), seed: 7,
      scenario: ScenarioRecord(
        name: "stop-to-yield", sha256: "ff00",
        resolved: ["scenario": ["seed": "7"], "vehicle": ["speed": "50 km/h"]]),
      subject: SubjectRecord(
        model: model, defences: [MethodRecord(name: "reject", settings: ["threshold": .number(0.5)])]),
      sign: SignRecord(classNumber: 14, name: "stop", demand: "stand", limit: nil, isActedOn: true), attack: attack,
      brakingPoint: 40.5, couldObey: true, notes: ["A note."], clean: outcome, attacked: attacked,
      control: attacked == nil ? nil : outcome, controlNorm: attacked == nil ? nil : "linf", frames: frames,
      cleanFrames: [CleanFrameRecord(moment: moment, clean: FrameReading(classNumber: 14, confidence: 0.5))],
      controlFrames: [ControlFrameRecord(moment: moment, control: FrameReading(classNumber: 14, confidence: 0.5))],
      motion: [MotionRecord(time: 0, distance: 53, speed: 14, acceleration: 0)], cleanMotion: [], controlMotion: [])
  }

  static let attackedDrive = drive(
    attack: attackDescription,
    attacked: OutcomeRecord(
      outcome: "ran", isWrong: true, why: "The car believed no sign.", lineMargin: nil, speedAtLine: 13.5,
      hardestBraking: 0, beliefs: [], readings: ReadingCounts(of: [.none]), beforeBraking: ReadingCounts(of: [.none]),
      collision: CollisionRecord(with: "crossing", time: 3.5, closingSpeed: 8)),
    frames: [frame])

  static let cleanDrive = drive(attack: nil, attacked: nil, frames: [unattackedFrame])

  static let attackDescription = AttackDescription(
    method: "jsma", title: "JSMA", call: "jsma(theta=0.5)", surface: "camera", goal: GoalRecord(from: 14, to: 13),
    settings: ["theta": .number(0.5), "scores": .text("logits"), "clip": .flag(true)],
    limits: ["feature_share": .number(0.145), "steps": .integer(100)])

  static let attack = AttackRecord(
    arithmetic: ArithmeticRecord(kernel: "portable", algorithm: "automatic"),
    subject: SubjectRecord(model: model, defences: []), data: DataRecord(path: "signs", sha256: "0a", images: 3),
    seed: 1, attack: attackDescription,
    images: [
      AttackedImageRecord(
        name: "00000", file: "signs/00000.png", sha256: "01",
        clean: ReadingRecord(classNumber: 14, name: "stop", confidence: 0.75),
        crafted: ReadingRecord(classNumber: 13, name: "yield", confidence: 0.5), status: .turned, norms: norms,
        cost: CostRecord(queries: 2, gradients: 1)),
      AttackedImageRecord(
        name: "00001", file: "signs/00001.png", sha256: "02",
        clean: ReadingRecord(classNumber: 14, name: "stop", confidence: 0.75),
        crafted: ReadingRecord(classNumber: 14, name: "stop", confidence: 0.5), status: .held,
        norms: Norms(l0Pixels: 0, l0Features: 0, l1: 0, l2: 0, linf: 0, psnr: nil, ssim: 1), cost: CostRecord()),
      AttackedImageRecord(
        name: "00002", file: "signs/00002.png", sha256: "03",
        clean: ReadingRecord(classNumber: 13, name: "yield", confidence: 0.75),
        crafted: ReadingRecord(classNumber: 13, name: "yield", confidence: 0.5), status: .misread, norms: norms,
        cost: CostRecord()),
    ],
    control: AttackControlRecord(
      norm: "l0_features", share: Proportion(0, of: 2),
      readings: [ReadingRecord(classNumber: nil, name: nil, confidence: 0.25)]))

  static let evaluation = EvaluationRecord(
    arithmetic: ArithmeticRecord(kernel: "avx2", algorithm: "automatic"),
    subject: SubjectRecord(
      model: model, defences: [MethodRecord(name: "rejection", settings: ["threshold": .number(0.75)])]),
    data: DataRecord(path: "GTSRB", sha256: "11aa", images: 4), seed: 7, images: 4, tracks: 2,
    leftOut: LeftOut(images: 3, names: ["no-entry"]), accuracy: 0.75, interval95: 0.25...1,
    watched: [Confusion(from: 14, to: 13, images: 1), Confusion(from: 13, to: 14, images: 0)],
    perClass: [
      ClassScores(classNumber: 14, name: "stop", images: 2, precision: nil, sensitivity: 0.5, specificity: 1)
    ],
    confusions: [Confusion(from: 14, to: 13, images: 1)])

  static let corruptions = CorruptionRecord(
    model: model, seed: 7, images: 4, cleanError: 0.25, meanCorruptionError: 0.5,
    relative: RelativeCorruptionRecord(model: model, mean: 0.75, meanOfLoss: nil),
    watched: ClassRecord(classNumber: 14, name: "stop"),
    rows: [
      CorruptionRow(
        name: "fog", family: "weather", group: .main, cleanError: 0.25, errors: [0.25, 0.25, 0.5, 0.75, 0.75],
        missed: [0, 0, 0, 6, 12].map { RateRecord(Proportion($0, of: 12)) }, corruptionError: 0.75),
      CorruptionRow(
        name: "fog", family: "weather", group: .rendered, cleanError: 0, errors: [0, 0, 0, 0, 1], missed: nil),
    ])

  static let rejected = ClassificationRecord(
    file: "signs/a.png", reading: ReadingRecord(classNumber: nil, name: nil, confidence: 0.25),
    top: [ReadingRecord(classNumber: 14, name: "stop", confidence: 0.25)])

  static let tuning = TuneRecord(
    arithmetic: ArithmeticRecord(kernel: "portable", algorithm: "direct"),
    subject: SubjectRecord(model: model, defences: []), data: DataRecord(path: "GTSRB", sha256: "ab", images: 4),
    seed: 7,
    sign: ClassRecord(classNumber: 14, name: "stop"), target: nil,
    limits: TuneLimits(maxFalseReject: 0.25, maxPassed: nil), clean: TuneSample(images: 4, tracks: 2),
    crafted: TuneSample(images: 1, tracks: 1, asked: 64),
    attacks: [TunedAttack(text: "pgd(steps=10)", method: MethodRecord(name: "pgd", settings: ["steps": .integer(10)]))],
    chosen: nil,
    rows: [
      ThresholdRow(
        threshold: 0.5, counts: .init(images: 4, right: 4, accepted: 3, acceptedRight: 3), groups: 2,
        passed: ["pgd(steps=10)": PassedRecord(Proportion(1, of: 1), groups: 1)],
        missed: RateRecord(Proportion(0, of: 1)), phantom: RateRecord(Proportion(0, of: 3)))
    ],
    confirmation: ConfirmationRecord(
      scenario: ScenarioRecord(name: "", sha256: nil, resolved: ["camera": ["rate": "20 fps"]]), approaches: 1,
      otherApproaches: 0, tracks: 0, otherTracks: 0, lastMoment: 40, chosen: nil,
      rows: [
        ConfirmationRow(
          threshold: 0.5, confirm: "3 of 5", memory: "2 s", missed: RateRecord(Proportion(0, of: 1)),
          phantom: RateRecord(Proportion(0, of: 0)), confirmedAt: .init(of: [60, 80]),
          missedTracks: RateRecord(Proportion(0, of: 0)), phantomTracks: RateRecord(Proportion(0, of: 0)))
      ]))

  static let kernels = KernelRecord(
    peakGigaflops: 113.5, bandwidths: [.init(name: "L2", bytes: 524_288, gigabytesPerSecond: 71.25)],
    layers: [
      .init(
        layer: "conv2", shape: "32 x 32 x 32 to 32, 3 x 3", algorithm: "winograd4", isChosen: true,
        microsecondsPerImage: 61.5, gigaflops: 306.875, executedGigaflops: 76.5, shareOfPeak: 0.674, intensity: 15.25)
    ])

  static let pictureStatistics = PictureStatisticsRecord(
    seed: 7, pictures: 39_209, statistics: [brightness],
    perClass: [ClassPictureStatistics(classNumber: 14, name: "stop", pictures: 780, statistics: [brightness])])

  private static let brightness = StatisticComparison(
    statistic: "brightness", rendered: .init(low: 0.1, median: 0.25, high: 0.5),
    photographs: .init(low: 0.125, median: 0.3, high: 0.625), distance: 0.05, distanceOfHalves: 0.01,
    histogram: .init(low: 0, high: 1, rendered: [0.25, 0.75], photographs: [0.5, 0.5]))
}
