extension Configurable {
  /// The first setting whose value its own declaration would refuse in a file, with the reason; nil where all are right.
  ///
  /// So a value that was set in code is held to the same range as one that was read.
  package var refusal: (name: String, problem: SettingProblem)? {
    for setting in Self.settings {
      var copy = self
      do {
        try setting.assign(setting.text(self), &copy)
      } catch {
        return (setting.name, error)
      }
    }
    return nil
  }
}
