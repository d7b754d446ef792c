import Groundwork

/// What `stopline drive` writes to `drives.json` for many scenarios or seeds.
package struct DriveSeriesRecord: Codable, Sendable, Equatable {
  /// The version of this record's layout.
  package var schema = "stopline.drives/1"
  /// The program's.
  package var version = ProgramVersion.current
  package var arithmetic: ArithmeticRecord
  /// In the order in which they were named.
  package var scenarios: [ScenarioSeriesRecord]
  /// Every drive, in the order in which they were driven.
  package var drives: [DriveSummaryRecord]
  /// Scenarios that could not be driven.
  package var faults: [DriveFaultRecord]

  package init(
    arithmetic: ArithmeticRecord, scenarios: [ScenarioSeriesRecord], drives: [DriveSummaryRecord],
    faults: [DriveFaultRecord]
  ) {
    self.arithmetic = arithmetic
    self.scenarios = scenarios
    self.drives = drives
    self.faults = faults
  }

  /// All drives as comma-separated text, one a line.
  package var table: String { CommaSeparatedTable.text(of: drives) }
}

/// All drives of one scenario.
package struct ScenarioSeriesRecord: Codable, Sendable, Equatable {
  /// The file as the user named it.
  package var file: String
  /// What was driven first; the others have other seeds.
  package var scenario: ScenarioRecord
  package var subject: SubjectRecord
  package var sign: SignRecord
  /// The attack; nil when the drives were not attacked.
  @Nullable package var attack: AttackDescription?
  package var seeds: [UInt64]
  /// In how many drives the car did not do what the sign asks; the intervals take each drive as one trial.
  package var wrong: WrongDrivesRecord
  /// The share of the eligible photographs that the attack turned, drive by drive; nil where there is none.
  @Nullable package var turned: SpreadRecord?
  /// The largest norms over all drives, the smallest PSNR and SSIM.
  package var worst: Norms

  /// A scenario whose only drive so far is the first.
  package init(file: String, first: DriveRecord) {
    let drives = [DriveSummaryRecord(first, folder: nil)]
    self.file = file
    scenario = first.scenario
    subject = first.subject
    sign = first.sign
    attack = first.attack
    seeds = []
    wrong = WrongDrivesRecord(of: drives)
    worst = Norms()
    count(drives)
  }

  /// Counts all drives of the scenario anew.
  package mutating func count(_ drives: [DriveSummaryRecord]) {
    seeds = drives.map(\.seed)
    wrong = WrongDrivesRecord(of: drives)
    turned = SpreadRecord(of: drives.compactMap(\.turnedShare))
    worst = Norms(worstOf: drives.map(\.worst))
  }
}

/// How many drives went wrong.
package struct WrongDrivesRecord: Codable, Sendable, Equatable {
  package var clean: RateRecord
  @Nullable package var attacked: RateRecord?
  @Nullable package var control: RateRecord?

  init(of drives: [DriveSummaryRecord]) {
    func rate(_ ends: [DriveEndRecord]) -> RateRecord {
      RateRecord(Proportion(ends.count(where: \.isWrong), of: ends.count))
    }
    let (attacked, control) = (drives.compactMap(\.attacked), drives.compactMap(\.control))
    clean = rate(drives.map(\.clean))
    self.attacked = attacked.isEmpty ? nil : rate(attacked)
    self.control = control.isEmpty ? nil : rate(control)
  }
}

/// The median and the ends of some figures.
package struct SpreadRecord: Codable, Sendable, Equatable {
  /// How many figures there are.
  package var count: Int
  package var median: Double
  package var lowest: Double
  package var highest: Double

  /// Nil of none.
  package init?(of values: [Double]) {
    guard let summary = Summary(of: values), let lowest = values.min() else { return nil }
    count = values.count
    median = summary.median
    self.lowest = lowest
    highest = summary.worst
  }
}

/// A scenario that could not be driven.
package struct DriveFaultRecord: Codable, Sendable, Equatable {
  /// The file as the user named it.
  package var file: String
  /// Why, a sentence.
  package var fault: String

  package init(file: String, fault: String) {
    self.file = file
    self.fault = fault
  }
}
