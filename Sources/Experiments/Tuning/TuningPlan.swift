import Attacks
import Driving
import Records
import Signs

/// What a threshold is tuned for.
package struct TuningPlan: Sendable {
  /// An attack as it was asked for.
  package struct NamedAttack: Sendable {
    /// `pgd(epsilon=4/255)`.
    package var text: String
    package var attack: any Attack
    package var record: MethodRecord

    package init(text: String, attack: any Attack, record: MethodRecord) {
      self.text = text
      self.attack = attack
      self.record = record
    }
  }

  /// The sign that must not be missed.
  package var sign: SignClass
  /// What the attacks want read; nil for anything but the sign.
  package var target: SignClass?
  package var attacks: [NamedAttack]
  /// How many pictures of the sign each attack gets at most, chosen by the seed among those read rightly.
  package var craftedImages: Int
  package var limits: TuneLimits
  /// The ways to believe that are tried.
  package var confirmations: [Perception.Settings]
  /// How many approaches to the sign are driven, and as many to other signs.
  package var approaches: Int
  package var seed: UInt64

  package init(
    sign: SignClass, target: SignClass?, attacks: [NamedAttack], craftedImages: Int, limits: TuneLimits,
    confirmations: [Perception.Settings], approaches: Int, seed: UInt64
  ) {
    self.sign = sign
    self.target = target
    self.attacks = attacks
    self.craftedImages = craftedImages
    self.limits = limits
    self.confirmations = confirmations
    self.approaches = approaches
    self.seed = seed
  }
}
