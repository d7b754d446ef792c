/// How a reading stands to the sign that is there and to what an attack wants.
package enum ReadingKind: String, Sendable, CaseIterable {
  /// The sign.
  case sign
  /// What the attack wants; for an attack away from the sign, any other class.
  case goal
  /// Another class.
  case other
  /// Rejected.
  case none

  /// - Parameters:
  ///   - classNumber: what was read; nil for a rejected reading.
  ///   - sign: the class number of the sign that is there.
  ///   - goal: what the attack wants; nil when nothing attacks.
  package init(_ classNumber: Int?, sign: Int, goal: GoalRecord?) {
    switch (classNumber, goal) {
    case (nil, _): self = .none
    case (sign, _): self = .sign
    case (let read, let goal?): self = goal.to == nil || goal.to == read ? .goal : .other
    case (_, nil): self = .other
    }
  }
}

/// What photographs were read as; the kinds add up to `frames`.
package struct ReadingCounts: Codable, Sendable, Equatable {
  package var frames: Int
  /// Read as the sign that is there.
  package var sign: Int
  /// Read as the attack wants; away from a class, as any other.
  package var goal: Int
  /// Read as another class.
  package var other: Int
  /// Rejected.
  package var none: Int

  package init(of kinds: [ReadingKind]) {
    frames = kinds.count
    sign = kinds.count { $0 == .sign }
    goal = kinds.count { $0 == .goal }
    other = kinds.count { $0 == .other }
    none = kinds.count { $0 == .none }
  }
}

/// What became of the photographs that are read as the sign when nobody tampers with them; the parts add up to
/// `eligible`.
package struct TurnedRecord: Codable, Sendable, Equatable {
  /// Photographs of the attacked drive whose clean reading is the sign: only these can be turned from it.
  package var eligible: Int
  /// Those read as the attack wants.
  package var goal: Int
  /// Those read as another class.
  package var other: Int
  /// Those rejected.
  package var none: Int
  /// Those still read as the sign.
  package var kept: Int

  /// - Parameter kinds: what the eligible photographs are read as when tampered with.
  package init(of kinds: [ReadingKind]) {
    let counts = ReadingCounts(of: kinds)
    eligible = counts.frames
    goal = counts.goal
    other = counts.other
    none = counts.none
    kept = counts.sign
  }

  /// Those no longer read as the sign.
  package var turned: Int { goal + other + none }
}
