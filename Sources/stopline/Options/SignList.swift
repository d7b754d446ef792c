import ArgumentParser
import Signs

extension SignClass {
  /// Classes as an option has them: names or numbers separated by commas, or `all`.
  /// - Parameter option: what it is called, for the sentence about a mistake.
  /// - Returns: each class once, in the order given.
  static func list(_ text: String, of option: String) throws -> [SignClass] {
    guard text != "all" else { return SignClass.allCases }
    let named = try text.split(separator: ",").map { name in
      do throws(UnknownSignClass) {
        return try SignClass(named: String(name))
      } catch {
        throw ValidationError("\(option): \(error)")
      }
    }
    guard !named.isEmpty else { throw ValidationError("\(option) names none; give names or numbers, or all.") }
    var seen: Set<SignClass> = []
    return named.filter { seen.insert($0).inserted }
  }
}

/// Places on the road as an option has them.
enum Distances {
  /// Metres separated by commas, in the order given.
  static func list(_ text: String) throws -> [Double] {
    let distances = try text.split(separator: ",").map { text in
      guard let distance = Double(text), (0.5...2000).contains(distance) else {
        throw ValidationError("--distances has '\(text)'; give metres from 0.5 to 2000, separated by commas.")
      }
      return distance
    }
    guard !distances.isEmpty else { throw ValidationError("--distances names none; give metres, separated by commas.") }
    return distances
  }
}
