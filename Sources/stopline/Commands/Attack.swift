import ArgumentParser
import Attacks
import Settings

/// `stopline attack`: pictures crafted against a model, one subcommand a method of the catalogue.
struct AttackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attack", abstract: "Craft pictures that the network reads as something else.",
    discussion: """
      Every crafted picture is rounded to 8 bits, read again and measured before it counts. With --out, each image NAME gives
      NAME.clean.png and NAME.crafted.png (what the network read) and NAME.side-by-side.png; attack.json is the record, and
      sheet.png shows many at once. The control is random noise of the same norm.

        stopline attack jsma stop.png --target yield --out out/jsma
        stopline attack fgsm signs/*.png --target yield --epsilon 16/255

      Each method has settings of its own: stopline attack pgd --help. `stopline attacks` lists all.
      """,
    subcommands: AttackCatalogue.all.map { command($0) })

  private static func command<Method: AttackMethod>(_ method: Method.Type) -> any ParsableCommand.Type {
    CraftCommand<Method>.self
  }

  /// ArgumentParser would tell a misspelt method as an unexpected argument.
  /// - Parameter arguments: of the program.
  /// - Throws: where an attack is asked for and what follows is no method's name.
  static func checkMethod(in arguments: [String]) throws {
    guard arguments.first == configuration.commandName, let name = arguments.dropFirst().first else { return }
    guard !name.hasPrefix("-") else {
      guard ["-h", "--help", "--version"].contains(name) else {
        throw ValidationError("Name the method before \(name): \(AttackCatalogue.names.joined(separator: ", ")).")
      }
      return
    }
    do throws(SettingProblem) {
      _ = try AttackCatalogue.method(named: name)
    } catch {
      throw ValidationError("The method \(error.text)")
    }
  }
}
