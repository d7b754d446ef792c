/// How often training shows the classes of a data set in which some are rare.
package enum ClassBalance: String, Sendable, CaseIterable, Codable {
  /// As often as the data set has them: an epoch as long as the data set shows every picture once.
  case natural
  /// A class of n pictures as often as the square root of n says: a picture's weight is n^-0.5, halfway between natural
  /// and uniform on the logarithmic scale (as for the words of Mikolov et al. 2013, section 2.3).
  case tempered
  /// Every class equally often.
  case uniform

  /// How often each class is shown.
  ///
  /// Shares are rounded by one common random offset (systematic sampling), so that every class gets its exact share on
  /// average, and at most one picture more or less than that in any epoch.
  /// - Parameters:
  ///   - pictures: how many pictures each class has; classes without pictures are not shown.
  ///   - total: the sum of the result, when any class has pictures.
  ///   - offset: in [0, 1).
  func quotas(ofClassesWith pictures: [Int], total: Int, offset: Double) -> [Int] {
    let weights = pictures.map(weight)
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return pictures.map { _ in 0 } }
    var (shown, weightSoFar) = (0, 0.0)
    return weights.map { weight in
      weightSoFar += weight
      let before = shown
      // The last class ends at the total whatever the rounding of the sums.
      shown = min(total, Int((Double(total) * weightSoFar / sum + offset).rounded(.down)))
      return shown - before
    }
  }

  private func weight(_ pictures: Int) -> Double {
    switch self {
    case .natural: Double(pictures)
    case .tempered: Double(pictures).squareRoot()
    case .uniform: pictures > 0 ? 1 : 0
    }
  }
}
