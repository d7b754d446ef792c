import Signs

/// How many photographs of a drive were read as the sign they show when clean and as something else when attacked.
package struct FlipCount: Sendable, Equatable {
  /// What the sign is.
  package let from: SignClass
  /// The class that `toTarget` counts.
  package let to: SignClass
  /// All photographs.
  package let frames: Int
  /// Read as `to`.
  package let toTarget: Int
  /// Read as a third class.
  package let toOther: Int
  /// Rejected.
  package let toNone: Int
  /// Metres before the line at the first of them; nil when there is none.
  package let firstAt: Double?
  /// How far before the line comfortable braking has to begin, in metres, the latency included.
  package let brakingPoint: Double
  /// All photographs taken at least that far before the line.
  package let framesBeforeBraking: Int
  /// Those among them read as `to`.
  package let toTargetBeforeBraking: Int

  package init(
    _ rows: [DriveRow<some Sendable>], from: SignClass, to: SignClass, brakingPoint: Double
  ) {
    let flipped = rows.filter { row in
      row.clean.sign == from && row.attacked.map { $0.reading.sign != from } ?? false
    }
    let hits = flipped.filter { $0.attacked?.reading.sign == to }
    self.from = from
    self.to = to
    frames = rows.count
    toTarget = hits.count
    toNone = flipped.count { $0.attacked?.reading.sign == nil }
    toOther = flipped.count - toTarget - toNone
    firstAt = flipped.first?.motion.distance
    self.brakingPoint = brakingPoint
    framesBeforeBraking = rows.count { $0.motion.distance >= brakingPoint }
    toTargetBeforeBraking = hits.count { $0.motion.distance >= brakingPoint }
  }

  /// All of them.
  package var total: Int { toTarget + toOther + toNone }

  /// The share of the photographs before the braking point read as `to`; nil when there are none.
  package var shareBeforeBraking: Double? {
    framesBeforeBraking > 0 ? Double(toTargetBeforeBraking) / Double(framesBeforeBraking) : nil
  }
}
