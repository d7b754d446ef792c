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

  /// - Parameters:
  ///   - clean: what was read before.
  ///   - crafted: what is read now.
  ///   - target: the class number that the attack wanted; nil when any other would do.
  package init(clean: ReadingRecord, crafted: ReadingRecord, target: Int?) {
    if clean.classNumber == crafted.classNumber {
      self = .held
    } else if let target, crafted.classNumber != target {
      self = .missed
    } else {
      self = .flipped
    }
  }

  /// One word for the verdict.
  package var word: String {
    switch self {
    case .flipped: "flipped"
    case .missed: "missed its goal"
    case .held: "held"
    }
  }

  var color: Color {
    switch self {
    case .flipped: Palette.alarm
    case .missed: Palette.warning
    case .held: Palette.calm
    }
  }
}
