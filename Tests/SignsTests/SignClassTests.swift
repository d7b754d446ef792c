import Signs
import Testing

@Suite struct SignClassTests {
  @Test func numbersAreThoseOfTheBenchmark() {
    #expect(SignClass.count == 43)
    #expect(SignClass.yield.rawValue == 13)
    #expect(SignClass.stop.rawValue == 14)
    #expect(SignClass.noEntry.rawValue == 17)
    #expect(SignClass.speedLimit120.rawValue == 8)
    #expect(SignClass.endOfNoPassingForTrucks.rawValue == 42)
  }

  @Test func namesAreIdentifiersAndTellTheClassesApart() {
    let names = SignClass.modelNames
    #expect(Set(names).count == 43)
    #expect(Set(SignClass.allCases.map(\.title)).count == 43)
    #expect(Set(SignClass.allCases.map(\.germanNumber)).count == 43)
    for name in names {
      #expect(name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(name)")
    }
    #expect(names[14] == "stop" && names[1] == "speed-limit-30")
  }

  @Test func aMirrorImageMirroredIsTheSignItself() {
    for sign in SignClass.allCases {
      guard let image = sign.mirrorImage else { continue }
      #expect(image.mirrorImage == sign && image.shape == sign.shape, "\(sign.name)")
    }
    #expect(SignClass.keepRight.mirrorImage == .keepLeft && SignClass.yield.mirrorImage == .yield)
    #expect(SignClass.stop.mirrorImage == nil && SignClass.speedLimit80.mirrorImage == nil)
  }

  @Test func shapesThatOnlyOneSignHas() {
    #expect(SignClass.allCases.filter { $0.shape == .octagon } == [.stop])
    #expect(SignClass.allCases.filter { $0.shape == .invertedTriangle } == [.yield])
    #expect(SignClass.allCases.filter { $0.shape == .diamond } == [.priorityRoad])
    #expect(SignClass.allCases.filter { $0.shape == .triangle }.count == 14 + 1)
  }

  @Test(arguments: ["14", "stop", "STOP", " Stop "])
  func readsWhatUsersWrite(_ text: String) throws {
    #expect(try SignClass(named: text) == .stop)
  }

  @Test(arguments: ["speed-limit-30", "speed limit 30", "Speed_Limit_30", "Speed limit 30 km/h", "1"])
  func readsSpacesHyphensAndTitles(_ text: String) throws {
    #expect(try SignClass(named: text) == .speedLimit30)
  }

  @Test(arguments: SignClass.allCases)
  func everyNameAndTitleLeadsBack(_ sign: SignClass) throws {
    #expect(try SignClass(named: sign.name) == sign)
    #expect(try SignClass(named: sign.title) == sign)
  }

  @Test(arguments: [
    ("stpo", SignClass.stop), ("yeild", .yield), ("priorty road", .priorityRoad), ("noentry", .noEntry),
  ])
  func misspeltNamesAreAnsweredWithTheNearest(_ text: String, _ meant: SignClass) {
    let error = #expect(throws: UnknownSignClass.self) { try SignClass(named: text) }
    #expect(error?.suggestion == meant)
    #expect(error?.description.contains(meant.name) == true)
    #expect(error?.kind == .usage)
  }

  @Test(arguments: ["43", "-1", "", "xylophone", String(repeating: "stop", count: 10_000)])
  func whatIsNothingLikeAClassGetsNoSuggestion(_ text: String) {
    let error = #expect(throws: UnknownSignClass.self) { try SignClass(named: text) }
    #expect(error?.suggestion == nil)
  }
}
