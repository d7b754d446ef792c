import Driving
import Records
import Scenarios
import Signs

extension DriveExperiment {
  /// What was driven as records have it.
  /// - Throws: as `Drive.couldObey` does.
  func record(of logs: Logs) throws -> DriveRecord {
    let couldObey = try drive.couldObey(seenBy: camera)
    func outcome(_ log: DriveLog<FrameEvidence>) -> OutcomeRecord { self.outcome(of: log, couldObey: couldObey) }
    let frames = (logs.attacked ?? logs.clean).rows.map(frame)
    return DriveRecord(
      arithmetic: subject.arithmeticRecord, seed: scenario.seed,
      scenario: ScenarioRecord(name: scenario.name, sha256: scenario.digest, resolved: scenario.resolved),
      subject: subject.record,
      sign: SignRecord(
        classNumber: signNumber, name: subject.classNames[signNumber], demand: drive.sign.demand.name,
        limit: drive.sign.demand.limit, isActedOn: drive.sign.demand.isActedOn),
      attack: attackDescription, brakingPoint: brakingPoint, couldObey: couldObey,
      notes: notes(frames: frames.count, couldObey: couldObey), clean: outcome(logs.clean),
      attacked: logs.attacked.map(outcome), control: logs.control.map(outcome),
      controlNorm: attack?.controlNorm.rawValue, frames: frames,
      cleanFrames: logs.attacked == nil
        ? [] : logs.clean.rows.map { CleanFrameRecord(moment: moment($0), clean: FrameReading($0.reading)) },
      controlFrames: logs.control?.rows.map {
        ControlFrameRecord(moment: moment($0), control: FrameReading($0.reading))
      } ?? [],
      motion: (logs.attacked ?? logs.clean).motion.map(MotionRecord.init),
      cleanMotion: logs.attacked == nil ? [] : logs.clean.motion.map(MotionRecord.init),
      controlMotion: logs.control?.motion.map(MotionRecord.init) ?? [])
  }

  private var attackDescription: AttackDescription? {
    attack.map {
      AttackDescription($0.attack, surface: scenario.attack.surface.rawValue, goal: $0.goal)
    }
  }

  private func outcome(of log: DriveLog<FrameEvidence>, couldObey: Bool?) -> OutcomeRecord {
    func counts(_ rows: [DriveRow<FrameEvidence>]) -> ReadingCounts {
      ReadingCounts(
        of: rows.map { ReadingKind($0.reading.classNumber, sign: signNumber, goal: attack?.goal.record) })
    }
    let outcome = log.outcome
    return OutcomeRecord(
      outcome: outcome.verdict.rawValue, isWrong: outcome.verdict.isWrong,
      why: Why(outcome, at: drive.sign, couldObey: couldObey).sentence, lineMargin: outcome.lineMargin,
      speedAtLine: outcome.speedAtLine, hardestBraking: outcome.hardestBraking,
      beliefs: outcome.beliefs.map {
        BeliefRecord(time: $0.time, distance: $0.distance, classNumber: $0.sign.flatMap(subject.classes.number(of:)))
      },
      readings: counts(log.rows), beforeBraking: counts(log.rows.filter { $0.motion.distance >= brakingPoint }))
  }

  private func frame(_ row: DriveRow<FrameEvidence>) -> FrameRecord {
    let change = row.evidence.changed
    return FrameRecord(
      moment: moment(row), clean: FrameReading(change?.clean ?? row.reading),
      attacked: change == nil ? nil : FrameReading(row.reading), norms: change?.norms ?? Norms(),
      cost: change?.cost ?? CostRecord())
  }

  private func moment(_ row: DriveRow<FrameEvidence>) -> FrameMoment {
    FrameMoment(
      time: row.motion.time, distance: row.motion.distance, speed: row.motion.speed, signWidth: row.signWidth,
      believed: row.believed.flatMap(subject.classes.number(of:)), braking: max(0, -row.motion.acceleration))
  }
}

extension FrameReading {
  init(_ reading: SignReading) {
    self.init(classNumber: reading.classNumber, confidence: reading.confidence)
  }
}

extension MotionRecord {
  init(_ sample: MotionSample) {
    self.init(time: sample.time, distance: sample.distance, speed: sample.speed, acceleration: sample.acceleration)
  }
}
