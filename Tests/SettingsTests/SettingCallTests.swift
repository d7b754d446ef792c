import Testing

@testable import Settings

@Suite("A method and its settings on one line")
struct SettingCallTests {
  private func entries(_ text: String) throws -> [String] {
    try SettingCall(text).entries.map { "\($0.name):\($0.text)" }
  }

  @Test func namesAndSettingsAreTakenApart() throws {
    #expect(try SettingCall("pgd") == SettingCall(name: "pgd", entries: []))
    #expect(try SettingCall("pgd()") == SettingCall(name: "pgd", entries: []))
    #expect(try entries(" pgd ( epsilon = 4/255 ,steps=10 ) ") == ["epsilon:4/255", "steps:10"])
    #expect(try entries("wrap(over=resize(24..40), x=a b)") == ["over:resize(24..40)", "x:a b"])
    #expect(try entries("f(x=a=b)") == ["x:a=b"])
  }

  @Test("what is written reads back", arguments: ["pgd", "pgd(epsilon=4/255, steps=10)", "a(b=c(d=e, f=g), h=i)"])
  func roundTrip(_ text: String) throws {
    #expect(try SettingCall(text).description == text)
  }

  @Test(
    "what is misspelt is refused",
    arguments: [
      "", "(", "()", "pgd(", "pgd)", "pgd(a)", "pgd(=1)", "pgd(a=)", "pgd(a=1,)", "pgd(a=1)b", "a,b", "a=b",
      "pgd((a=1)",
      "pgd(a=1))",
    ])
  func refused(_ text: String) {
    #expect(throws: SettingProblem.self) { try SettingCall(text) }
  }

  @Test func listsAreCutAtCommasOutsideOfParentheses() throws {
    #expect(try SettingCall.list("a, b(c=1, d=2),e") == ["a", "b(c=1, d=2)", "e"])
    #expect(try SettingCall.list("  ") == [])
    for text in ["a,", ",a", "a,,b", "a(,b", "a),b("] {
      #expect(throws: SettingProblem.self) { try SettingCall.list(text) }
    }
  }
}
