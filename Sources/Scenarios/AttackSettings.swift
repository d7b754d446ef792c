import Attacks
import Signs

extension Scenario {
  /// What is done to the pictures that the network gets.
  package struct AttackSettings: Sendable {
    /// Where the perturbation is put.
    package enum Surface: String, Sendable, CaseIterable {
      /// Added to what the network gets, crafted anew for each frame.
      case camera
    }

    /// What the attack wants read.
    package enum Aim: Sendable, Equatable {
      /// Any class but the sign's.
      case away
      case toward(SignClass)
    }

    /// How the perturbation is made; nil for a clean drive.
    package var method: (any AttackMethod)?
    package var surface = Surface.camera
    package var aim = Aim.toward(.yield)

    package init() {}
  }
}

extension Scenario.AttackSettings: Equatable {
  /// Two attacks are the same when they are written in the same way.
  package static func == (a: Self, b: Self) -> Bool {
    (a.method?.call, a.surface, a.aim) == (b.method?.call, b.surface, b.aim)
  }
}
