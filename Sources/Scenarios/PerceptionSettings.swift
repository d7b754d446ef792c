import Driving
import Settings

extension Scenario {
  /// What reads the sign and how readings become beliefs.
  package struct PerceptionSettings: Sendable, Equatable {
    package var model = ModelChoice.shipped(AssetFolder.defaultModel)
    /// Confirmation and memory.
    package var belief = Perception.Settings()
    /// The detector's error; each drive gives it its own seed.
    package var jitter = CropJitter()

    package init() {}

    /// The standard deviation of each side of the crop, as a part of the sign's size.
    package var cropJitter: Double { jitter.deviation }
  }

  /// Which network reads.
  package enum ModelChoice: Sendable, Equatable {
    /// A model of `Assets/Models`, by its file name without the ending.
    case shipped(String)
    /// A model file, its path resolved.
    case file(String)
  }
}

extension Scenario.PerceptionSettings: Configurable {
  package static let settings: [Setting<Self>] =
    [
      .custom(
        "model", \.model,
        form: "a shipped model's name, or a path relative to the scenario file that ends in `.safetensors`",
        "the network that reads", read: Scenario.ModelChoice.init(scenario:), write: \.scenarioText)
    ] + Perception.Settings.settings.map { $0.at(\.belief) } + CropJitter.settings.map { $0.at(\.jitter) }
}
