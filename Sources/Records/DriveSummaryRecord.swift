/// One drive of a series, without its frames: a row of `drives.csv`.
package struct DriveSummaryRecord: Codable, Sendable, Equatable {
  package var scenario: String
  package var seed: UInt64
  /// The folder of the drive's own record, relative to the series'; nil where none was written.
  @Nullable package var folder: String?
  /// How the drive without the attack ended.
  package var clean: DriveEndRecord
  /// How the attacked drive ended; nil without an attack.
  @Nullable package var attacked: DriveEndRecord?
  /// How the drive under noise of the attack's norm ended; nil without an attack.
  @Nullable package var control: DriveEndRecord?
  /// How many photographs were taken of the drive that the scenario is about.
  package var photographs: Int
  /// Those that are read as the sign when nobody tampers with them; nil without an attack.
  @Nullable package var eligible: Int?
  /// Those of them that the attack turned from the sign.
  @Nullable package var turned: Int?
  /// The largest norms over the drive's photographs, the smallest PSNR and SSIM.
  package var worst: Norms
  package var cost: CostRecord

  package init(_ record: DriveRecord, folder: String?) {
    scenario = record.scenario.name
    seed = record.seed
    self.folder = folder
    clean = DriveEndRecord(record.clean)
    attacked = record.attacked.map(DriveEndRecord.init)
    control = record.control.map(DriveEndRecord.init)
    photographs = record.frames.count
    eligible = record.turned?.eligible
    turned = record.turned?.turned
    worst = Norms(worstOf: record.frames.map(\.norms).filter { $0.l0Pixels ?? 0 > 0 })
    cost = record.cost
  }

  /// The share of the eligible photographs that the attack turned, in [0, 1]; nil of none.
  package var turnedShare: Double? {
    guard let eligible, let turned, eligible > 0 else { return nil }
    return Double(turned) / Double(eligible)
  }
}

/// How a drive ended, in short.
package struct DriveEndRecord: Codable, Sendable, Equatable {
  package var outcome: String
  /// Whether what the sign asks for was not done, or more than it asks for.
  package var isWrong: Bool
  /// Where the car stood still, in metres before the line; nil when it never did.
  @Nullable package var lineMargin: Double?
  /// In m/s; 0 for a car that had stopped before the line.
  package var speedAtLine: Double

  init(_ outcome: OutcomeRecord) {
    self.outcome = outcome.outcome
    isWrong = outcome.isWrong
    lineMargin = outcome.lineMargin
    speedAtLine = outcome.speedAtLine
  }

  private enum CodingKeys: String, CodingKey {
    case outcome
    case isWrong = "wrong"
    case lineMargin = "line_margin_m"
    case speedAtLine = "speed_at_line_mps"
  }
}

extension Norms {
  /// The largest of each norm, and the smallest PSNR and SSIM.
  package init(worstOf rows: [Norms]) {
    let worst = PerNorm<Double>(of: rows) { Summary(of: $0, worst: $1)?.worst }
    self.init(
      l0Pixels: worst.l0Pixels.map { Int($0) }, l0Features: worst.l0Features.map { Int($0) }, l1: worst.l1,
      l2: worst.l2,
      linf: worst.linf, psnr: worst.psnr, ssim: worst.ssim)
  }
}

extension DriveSummaryRecord: Tabular {
  package static let columns: [Column<DriveSummaryRecord>] =
    [
      Column("scenario", \.scenario), Column("seed") { .text("\($0.seed)") },
      Column("folder") { $0.folder.map(RecordedValue.text) },
    ] + DriveEndRecord.columns.map { $0.at(\.clean, prefix: "clean_") }
    + DriveEndRecord.columns.map { $0.at(\.attacked, prefix: "attacked_") }
    + DriveEndRecord.columns.map { $0.at(\.control, prefix: "control_") } + [
      Column("photographs", \.photographs), Column("eligible", \.eligible), Column("turned", \.turned),
      Column("turned_share", \.turnedShare),
    ] + Norms.columns.map { $0.at(\.worst, prefix: "worst_") } + CostRecord.columns.map { $0.at(\.cost) }
}

extension DriveEndRecord: Tabular {
  package static let columns: [Column<DriveEndRecord>] = [
    Column("outcome", \.outcome), Column("wrong") { .flag($0.isWrong) }, Column("line_margin_m", \.lineMargin),
    Column("speed_at_line_mps", \.speedAtLine),
  ]
}
