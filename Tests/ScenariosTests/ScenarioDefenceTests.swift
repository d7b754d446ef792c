import Defenses
import Testing

@testable import Scenarios

@Suite("The defences of a scenario file")
struct ScenarioDefenceTests {
  @Test("a car rejects what is less than half sure, unless its file says otherwise")
  func standard() throws {
    #expect(try scenario("seed: 1").defences == DefenseStack([Rejection(threshold: 0.5)]))
    #expect(try scenario("defences: none").defences == DefenseStack())
    #expect(try scenario("defences: []").defences == DefenseStack())
  }

  @Test(
    "one text and a list of one say the same",
    arguments: [
      "defences: rejection(threshold=0.9)", "defences: [rejection(threshold=0.9)]",
      "defences:\n  - rejection(threshold = 0.9)", "perception:\n  rejection_threshold: 0.9",
    ])
  func spellings(_ text: String) throws {
    #expect(try scenario(text).defences == DefenseStack([Rejection(threshold: 0.9)]))
  }

  @Test("a list keeps its order")
  func order() throws {
    #expect(
      try scenario("defences: ['rejection(threshold=0.9)', rejection]").defences
        == DefenseStack([Rejection(threshold: 0.9), Rejection()]))
  }

  @Test(
    "what cannot be is refused with its line",
    arguments: [
      ("defences: [rejecting]", "1: defences is 'rejecting', which is no defence; did you mean 'rejection'?"),
      (
        "defences:\n  - rejection(threshold=2)",
        "2: defences is 'rejection(threshold=2)': rejection threshold is '2'; it must be 0 to 1."
      ),
      ("defences:", "1: defences has no value; give it one or leave the key out."),
      ("defences:\n  - [rejection]", "2: defences has an item that is empty or no text; write one text an item."),
      ("defences: [none, rejection]", "1: defences is 'none' beside other defences; give one or the other."),
      (
        "defences: none\nperception:\n  rejection_threshold: 0.3",
        "3: perception.rejection_threshold is a short form of defences, which are given too; write the threshold there."
      ),
    ])
  func refusals(_ text: String, _ sentence: String) {
    #expect(refusal(of: text) == "Scenarios/x.yaml:" + sentence)
  }

  @Test("what the reference lists is written as it is read")
  func written() throws {
    var changed = Scenario()
    let key = try #require(Scenario.settings.first { $0.name == "defences" })
    for stack in [DefenseStack(), .standard, DefenseStack([Rejection(threshold: 0.25), Rejection()])] {
      changed.defences = stack
      #expect(try scenario("defences: " + key.text(changed)).defences == stack)
    }
  }
}
