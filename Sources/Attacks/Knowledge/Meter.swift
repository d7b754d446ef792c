import Synchronization

/// Counts what an attack asks about each image, and refuses what its budget does not allow.
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
  ///   - budget: its `queries` and `gradients` bind for each image.
  package init(images: Int, budget: Budget = Budget()) {
    costs = Mutex([Cost](repeating: Cost(), count: images))
    queryLimit = budget.queries ?? .max
    gradientLimit = budget.gradients ?? .max
  }

  /// What has been asked about an image so far.
  package func cost(of image: Int) -> Cost {
    costs.withLock { $0[image] }
  }

  /// How many queries an image has left.
  package func queriesLeft(for image: Int) -> Int {
    queryLimit - cost(of: image).queries
  }

  /// Counts one query for each image named; an image may be named more than once.
  /// - Throws: `BudgetExhausted` when one has none left; then nothing is counted.
  func chargeQueries(_ images: [Int]) throws(BudgetExhausted) {
    try charge(images, limit: queryLimit, of: "queries") {
      $0.queries += 1; return $0.queries
    }
  }

  /// Counts `passes` gradients for each image named.
  /// - Throws: `BudgetExhausted` when one has not as many left; then nothing is counted.
  func chargeGradients(_ images: [Int], passes: Int) throws(BudgetExhausted) {
    try charge(images, limit: gradientLimit, of: "gradients") {
      $0.gradients += passes; return $0.gradients
    }
  }

  private func charge(
    _ images: [Int], limit: Int, of unit: String, _ add: (inout Cost) -> Int
  ) throws(BudgetExhausted) {
    let refused: Int? = costs.withLock { costs in
      var charged = costs
      for image in images where add(&charged[image]) > limit { return image }
      costs = charged
      return nil
    }
    if let refused { throw BudgetExhausted(image: refused, unit: unit, limit: limit) }
  }
}
