import Scenarios
import Signs

extension SignFace {
  /// The face that a scenario puts up: the user's own picture, or ours of the class, as the years have left it.
  /// - Parameters:
  ///   - folder: the folder of our faces, `Assets/Signs`.
  ///   - seed: where on the face wear has happened.
  /// - Throws: `SignFaceError`.
  init(_ settings: Scenario.SignSettings, facesFolder folder: String, seed: UInt64) throws(SignFaceError) {
    let face =
      if let picture = settings.picture {
        try SignFace(contentsOf: picture, physicalWidth: settings.width)
      } else {
        try SignFace(of: settings.face, inFolder: folder, physicalWidth: settings.width)
      }
    self = face.worn(settings.wear, seed: seed)
  }
}
