import Foundation
import Records

/// An attack put into words: what it is called, what it wants, what bounds it.
package enum AttackWords {
  /// Methods that the literature calls by their initials.
  private static let initials: Set<String> = ["bim", "fgsm", "jsma", "pgd", "rp2"]

  /// The method and its goal: `JSMA: stop → yield`, `FGSM: away from stop`.
  package static func title(method: String, goal: GoalRecord, names: ClassNames) -> String {
    let name = initials.contains(method) ? method.uppercased() : method
    switch (goal.from, goal.to) {
    case (let from?, let to?): return "\(name): \(names[from]) → \(names[to])"
    case (let from?, nil): return "\(name): away from \(names[from])"
    case (nil, let to?): return "\(name): towards \(names[to])"
    case (nil, nil): return "\(name): away from what is read"
    }
  }

  /// A budget's settings in the order of their names: `gamma 0.145, theta 1`; distances between levels are told in
  /// levels, `L∞ 8/255`.
  package static func budget(_ budget: [String: RecordedValue]) -> String {
    budget.sorted { $0.key < $1.key }.map { "\(name($0.key)) \(words($0.value, of: $0.key))" }.joined(separator: ", ")
  }

  private static func name(_ key: String) -> String {
    key == "linf" ? "L∞" : key.replacing("_", with: " ")
  }

  /// A model by its file's name and the beginning of its checksum.
  package static func model(_ model: ModelReference) -> String {
    let name = model.path.split(separator: "/").last.map(String.init) ?? model.path
    return "\(name) (\(model.sha256.prefix(8)))"
  }

  /// Settings that are distances between levels.
  private static let distances: Set<String> = ["linf", "step_size"]

  private static func words(_ value: RecordedValue, of key: String) -> String {
    switch value {
    case .number(let number) where distances.contains(key): Figure.levels(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .integer(let number): Figure.count(number)
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15
        ? Figure.decimal(number, places: 0) : String(format: "%.6g", number)
    case .text(let text): text
    }
  }
}
