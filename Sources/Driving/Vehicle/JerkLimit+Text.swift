import Settings

extension JerkLimit {
  /// What files write for `iso15622`.
  static let standardName = "iso15622"
  /// What a constant limit may be.
  static let constants = QuantityRange(.jerk, in: .metersPerSecondCubed, 0.5...1000)

  /// - Throws: when the text is neither the standard's name nor a jerk.
  init(reading text: String) throws(SettingProblem) {
    self =
      text == JerkLimit.standardName
      ? .iso15622 : .constant(try JerkLimit.constants.value(of: text, example: 10, or: JerkLimit.standardName))
  }

  /// As files have it.
  var text: String { self == .iso15622 ? JerkLimit.standardName : JerkLimit.constants.text(of: slow) }
}
