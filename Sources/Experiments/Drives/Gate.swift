/// What a run may be told to end with exit code 1 for, and from how much on: `flip`, `flip>5%`, `lost>=3`.
///
/// Flips and losses are limited drive by drive, missed demands over all drives of the run. A drive in which nothing was
/// read opens every gate: it has shown nothing.
package struct Gate: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Photographs read as another sign than the one that is there, which are not read so without the attack.
    case flip
    /// Photographs rejected under attack that are not rejected without it.
    case lost
    /// Drives that did not do what the sign asks, or more than it asks.
    case missedDemand = "missed-demand"
  }

  /// What opens a gate.
  package enum Limit: Sendable, Equatable {
    /// More than this many.
    case moreThan(Int)
    /// This many.
    case atLeast(Int)
    /// More than this share, in [0, 1].
    case moreThanShare(Double)
    /// This share, in [0, 1].
    case atLeastShare(Double)

    func isOpened(by count: Int, of total: Int) -> Bool {
      let share = Double(count) / Double(max(total, 1))
      return switch self {
      case .moreThan(let most): count > most
      case .atLeast(let least): count >= least
      case .moreThanShare(let most): share > most
      case .atLeastShare(let least): share >= least
      }
    }
  }

  package let kind: Kind
  package let limit: Limit
  /// As the user wrote it.
  package let text: String

  package init(_ kind: Kind, _ limit: Limit = .moreThan(0), text: String? = nil) {
    self.kind = kind
    self.limit = limit
    self.text = text ?? kind.rawValue
  }
}
