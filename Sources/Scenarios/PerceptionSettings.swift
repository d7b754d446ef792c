import Driving

extension Scenario {
  /// What reads the sign and how readings become beliefs.
  package struct PerceptionSettings: Sendable, Equatable {
    package var model = ModelChoice.shipped(AssetFolder.defaultModel)
    /// Rejection, confirmation and memory.
    package var belief = Perception.Settings()
    /// The standard deviation of each side of the crop, as a part of the sign's size.
    package var cropJitter = CropJitter(seed: 0).deviation

    package init() {}
  }

  /// Which network reads.
  package enum ModelChoice: Sendable, Equatable {
    /// A model of `Assets/Models`, by its file name without the ending.
    case shipped(String)
    /// A model file, its path resolved.
    case file(String)
  }
}
