import Imaging
import Records

/// What an attack came to on one picture.
package enum PictureVerdict: Sendable, Hashable {
  /// The network reads the class that the attack wanted.
  case flipped
  /// The network reads otherwise than it did, and not what the attack wanted.
  case missed
  /// The network reads what it read before.
  case held
  /// The network did not read the sign before, so it could not be turned from it.
  case misreadBefore

  /// - Parameters:
  ///   - clean: what was read before.
  ///   - crafted: what is read now.
  ///   - goal: what the attack wanted.
  package init(clean: ReadingRecord, crafted: ReadingRecord, goal: GoalRecord) {
    let sign = goal.from ?? clean.classNumber
    guard let sign, clean.classNumber == sign else {
      self = .misreadBefore
      return
    }
    self =
      switch ReadingKind(crafted.classNumber, sign: sign, goal: goal) {
      case .sign: .held
      case .goal: .flipped
      case .other, .none: .missed
      }
  }

  /// A word or two for the verdict.
  package var word: String {
    switch self {
    case .flipped: "flipped"
    case .missed: "missed its goal"
    case .held: "held"
    case .misreadBefore: "misread before"
    }
  }

  var color: Color {
    switch self {
    case .flipped: Palette.alarm
    case .missed: Palette.warning
    case .held: Palette.calm
    case .misreadBefore: Palette.muted
    }
  }
}
