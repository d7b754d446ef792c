import Defenses
import Networks
import Settings
import Testing

@Suite("The catalogue of defences")
struct DefenseCatalogueTests {
  @Test("every defence reads what it writes, by defaults and by name", arguments: DefenseCatalogue.all.indices)
  func roundTrip(_ place: Int) throws {
    let method = DefenseCatalogue.all[place].init()
    let read = try DefenseCatalogue.defense(method.text)
    #expect(type(of: read) == type(of: method) && read.text == method.text)
    #expect(try DefenseCatalogue.defense(type(of: method).card.name).text == method.text)
  }

  @Test("names are words of their own")
  func names() {
    let names = DefenseCatalogue.all.map { $0.card.name }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.contains(where: { "(),= ".contains($0) }) && $0 != "none" })
  }

  @Test(
    "what cannot be is refused with a sentence",
    arguments: [
      ("rejecting", "is 'rejecting', which is no defence; did you mean 'rejection'?"),
      ("xyzzy", "is 'xyzzy', which is no defence; there are rejection."),
      ("rejection(threshold=2)", "is 'rejection(threshold=2)': rejection threshold is '2'; it must be 0 to 1."),
      (
        "rejection(treshold=0.5)",
        "is 'rejection(treshold=0.5)': rejection has no setting 'treshold'; did you mean 'threshold'?"
      ),
      (
        "rejection(threshold=0.5", "is 'rejection(threshold=0.5'; write a name, or name(setting=value, ...)."
      ),
    ])
  func refusals(_ text: String, _ sentence: String) {
    #expect(throws: SettingProblem(sentence)) { _ = try DefenseCatalogue.defense(text) }
  }

  @Test("a stack is written as it is read, and none stands alone")
  func stack() throws {
    let stack = try DefenseStack(reading: ["rejection(threshold=0.9)", "rejection"])
    #expect(stack.description == "rejection(threshold=0.9), rejection(threshold=0.5)")
    #expect(stack == DefenseStack([Rejection(threshold: 0.9), Rejection()]))
    #expect(try DefenseStack(reading: ["none"]) == DefenseStack())
    #expect(DefenseStack().description == "none")
    #expect(throws: SettingProblem.self) { _ = try DefenseStack(reading: ["none", "rejection"]) }
  }

  @Test("every defence of a stack is heard")
  func all() throws {
    // Softmax of (1, 0) is 0.731, of (2, 0) 0.881.
    let batch = Tensor(shape: [2, 3, 1, 1], elements: [1, 0, 0, 2, 0, 0])
    let either = DefenseStack([Rejection(threshold: 0.8), Rejection(threshold: 0.1)])
    let other = DefenseStack([Rejection(threshold: 0.1), Rejection(threshold: 0.8)])
    #expect(try either.defend(TwoScores()).decisions(on: batch) == [nil, 0])
    #expect(try other.defend(TwoScores()).decisions(on: batch) == [nil, 0])
    #expect(try DefenseStack().defend(TwoScores()).decisions(on: batch) == [0, 0])
  }
}
