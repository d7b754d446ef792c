import Signs

extension SignFace {
  /// The face that a scenario puts up: the user's own picture, or ours of the class.
  /// - Parameter folder: the folder of our faces, `Assets/Signs`.
  /// - Throws: `SignFaceError`.
  init(_ settings: Scenario.SignSettings, facesFolder folder: String) throws(SignFaceError) {
    if let picture = settings.picture {
      try self.init(contentsOf: picture, physicalWidth: settings.width)
    } else {
      try self.init(of: settings.face, inFolder: folder, physicalWidth: settings.width)
    }
  }
}
