import Driving
import Records
import Signs

extension OutcomeRecord {
  /// - Parameter classes: the reader's.
  init(_ outcome: DriveOutcome, _ classes: ClassList) {
    let confirmed = outcome.confirmations.first { $0.sign != nil }
    self.init(
      outcome: outcome.verdict.rawValue, lineMargin: outcome.lineMargin, speedAtLine: outcome.speedAtLine,
      confirmedAt: confirmed?.distance, confirmedClass: confirmed?.sign.flatMap(classes.number(of:)),
      readings: Dictionary(
        uniqueKeysWithValues: outcome.readings.map {
          ($0.sign.flatMap(classes.number(of:)).map(String.init) ?? "none", $0.frames)
        }))
  }
}

extension FlipRecord {
  /// - Parameter source: the reader's number of the sign.
  init(_ flips: FlipCount, from source: Int, _ classes: ClassList) {
    self.init(
      frames: flips.frames, from: source, to: classes.number(of: flips.to) ?? source, stopToYield: flips.toTarget,
      stopToOther: flips.toOther, stopToNone: flips.toNone, firstAt: flips.firstAt,
      beforeBraking: FlipsBeforeBraking(
        brakingPoint: flips.brakingPoint, frames: flips.framesBeforeBraking,
        stopToYield: flips.toTargetBeforeBraking))
  }
}

extension ControlRecord {
  /// Counts what random noise of the same norm did on the same photographs.
  init(_ rows: [DriveRow<FrameEvidence>], from sign: SignClass, to target: SignClass) {
    let readings = rows.filter { $0.clean.sign == sign }.compactMap { $0.attacked?.evidence.control.sign }
    self.init(
      frames: rows.count, stopToYield: readings.count { $0 == target },
      stopToOther: readings.count { $0 != target && $0 != sign })
  }
}

extension FrameReading {
  init(_ reading: SignReading) {
    self.init(classNumber: reading.classNumber, confidence: reading.confidence)
  }
}

extension FrameRecord {
  init(_ row: DriveRow<FrameEvidence>) {
    self.init(
      time: row.motion.time, distance: row.motion.distance, speed: row.motion.speed, signWidth: row.signWidth,
      clean: FrameReading(row.clean), attacked: row.attacked.map { FrameReading($0.reading) },
      norms: row.attacked?.evidence.norms ?? Norms(), cost: row.attacked?.evidence.cost ?? CostRecord())
  }
}

extension CleanFrameRecord {
  init(_ row: DriveRow<FrameEvidence>) {
    self.init(
      time: row.motion.time, distance: row.motion.distance, speed: row.motion.speed, signWidth: row.signWidth,
      clean: FrameReading(row.clean))
  }
}

extension MotionRecord {
  init(_ sample: MotionSample) {
    self.init(time: sample.time, distance: sample.distance, speed: sample.speed, acceleration: sample.acceleration)
  }
}
