import ArgumentParser
import Attacks
import Settings

/// Attacks as options have them: `pgd`, `pgd(epsilon=4/255, steps=10)`, several in one text between commas, the option
/// as often as one likes.
enum AttackList {
  /// What the option's help says of its value.
  static let form = "an attack, or one with settings: pgd(epsilon=4/255, steps=10); several between commas, or again"

  /// - Parameters:
  ///   - texts: the option's values in their order.
  ///   - option: what it is called, for the sentence about a mistake.
  static func attacks(_ texts: [String], of option: String) throws -> [any AttackMethod] {
    do throws(SettingProblem) {
      var attacks: [any AttackMethod] = []
      for text in texts {
        for call in try SettingCall.list(text) { attacks.append(try AttackCatalogue.attack(call)) }
      }
      guard !attacks.isEmpty else { throw SettingProblem("names no attack; `stopline attacks` lists them.") }
      return attacks
    } catch {
      throw ValidationError("\(option) \(error.text)")
    }
  }
}
