import Synchronization

/// Counts what an attack asks about each image, and refuses what its limits do not allow.
package final class Meter: Sendable {
  /// What was asked about one image.
  package struct Cost: Sendable, Hashable {
    /// How often the reader was given a version of the image.
    package var queries = 0
    /// How many backward passes were made for it: one for each weighting of the scores.
    package var gradients = 0

    package init() {}
  }

  private let costs: Mutex<[Cost]>
  private let queryLimit: Int
  private let gradientLimit: Int

  /// - Parameters:
  ///   - images: how many images are attacked.
  ///   - limits: their `queries` and `gradients` bind for each image.
  package init(images: Int, limits: Limits = Limits()) {
    costs = Mutex([Cost](repeating: Cost(), count: images))
    queryLimit = limits.queries ?? .max
    gradientLimit = limits.gradients ?? .max
  }

  /// What has been asked about an image so far.
  package func cost(of image: Int) -> Cost {
    costs.withLock { $0[image] }
  }

  /// Counts one query for each image named; an image may be named more than once.
  /// - Throws: `BudgetExhausted` when one has none left; then nothing is counted.
  func chargeQueries(_ images: [Int]) throws(BudgetExhausted) {
    try charge(images, 1, to: \.queries, named: "queries", limit: queryLimit)
  }

  /// Counts `passes` gradients for each image named.
  /// - Throws: `BudgetExhausted` when one has not as many left; then nothing is counted.
  func chargeGradients(_ images: [Int], passes: Int) throws(BudgetExhausted) {
    try charge(images, passes, to: \.gradients, named: "gradients", limit: gradientLimit)
  }

  private func charge(
    _ images: [Int], _ amount: Int, to unit: WritableKeyPath<Cost, Int>, named name: String, limit: Int
  ) throws(BudgetExhausted) {
    let refused: Int? = costs.withLock { costs in
      for (row, image) in images.enumerated() {
        costs[image][keyPath: unit] += amount
        guard costs[image][keyPath: unit] > limit else { continue }
        for charged in images[...row] { costs[charged][keyPath: unit] -= amount }
        return image
      }
      return nil
    }
    if let refused { throw BudgetExhausted(image: refused, unit: name, limit: limit) }
  }
}
