import Testing

import Groundwork

@Suite("Finding what a misspelt word was meant to be")
struct SpellingTests {
  @Test(
    arguments: [
      ("sped", "speed"), ("spede", "speed"), ("speedd", "speed"), ("SPEED", "speed"), ("latancy", "latency"),
      ("jerk-limit", "jerk_limit"), ("jerk limit", "jerk_limit"), ("jrklimit", "jerk_limit"),
    ])
  func isFound(_ text: String, _ word: String) {
    #expect(Spelling.nearest(to: text, among: ["speed", "latency", "jerk_limit"]) == word)
  }

  @Test(arguments: ["", "x", "zebra", "colour", String(repeating: "speed", count: 100)])
  func isNotGuessed(_ text: String) {
    #expect(Spelling.nearest(to: text, among: ["speed", "latency", "jerk_limit"]) == nil)
  }

  @Test func ofNothingThereIsNone() {
    #expect(Spelling.nearest(to: "speed", among: []) == nil)
  }
}
