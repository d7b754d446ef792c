import Groundwork

@testable import Scenarios

/// Reads a scenario from text, as if it were the file `Scenarios/x.yaml`.
func scenario(_ text: String) throws(ScenarioError) -> Scenario {
  try Scenario(bytes: Array(text.utf8), path: "Scenarios/x.yaml")
}

/// The sentence with which a scenario is refused; nil when it is read.
func refusal(of text: String) -> String? {
  refusal(of: Array(text.utf8))
}

func refusal(of bytes: [UInt8]) -> String? {
  do {
    _ = try Scenario(bytes: bytes, path: "Scenarios/x.yaml")
    return nil
  } catch {
    return error.description
  }
}
