import Records

/// An attack put into words: what it is called, what it wants, how far it may go.
package enum AttackWords {
  /// The method and its goal: `JSMA: stop → yield`, `FGSM: away from stop`.
  package static func title(_ attack: AttackDescription, names: ClassNames) -> String {
    title(attack.title, goal: attack.goal, names: names)
  }

  /// - Parameter title: the method's, as the literature has it.
  package static func title(_ title: String, goal: GoalRecord, names: ClassNames) -> String {
    switch (goal.from, goal.to) {
    case (let from?, let to?): "\(title): \(names[from]) → \(names[to])"
    case (let from?, nil): "\(title): away from \(names[from])"
    case (nil, let to?): "\(title): towards \(names[to])"
    case (nil, nil): "\(title): away from what is read"
    }
  }

  /// The method with its settings as they are written on one line, and what 8-bit levels leave of its bound on values:
  /// `fgsm(epsilon=3 %), L∞ at most 7/255`.
  package static func settings(_ attack: AttackDescription) -> String {
    guard case .number(let bound)? = attack.limits["linf"] else { return attack.call }
    return "\(attack.call), L∞ at most \(Figure.levels(bound))"
  }

  /// A norm as a record names it, in words: `L∞ norm`.
  package static func norm(_ name: String) -> String {
    switch name {
    case "linf": "L∞ norm"
    case "l2": "L2 norm"
    case "l1": "L1 norm"
    case "l0_features": "number of changed values"
    case "l0_pixels": "number of changed pixels"
    default: name
    }
  }

  /// A model by its file's name and the beginning of its checksum.
  package static func model(_ model: ModelReference) -> String {
    let name = model.path.split(separator: "/").last.map(String.init) ?? model.path
    return "\(name) (\(model.sha256.prefix(8)))"
  }
}
