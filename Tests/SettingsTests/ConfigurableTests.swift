import Testing

@testable import Settings

/// A bit of everything.
private struct Kettle: Configurable {
  enum Lid: String, CaseIterable { case open, shut }

  var fill = 0.5
  var heat = 2.0
  var cups = 3
  var lid = Lid.shut
  var shade = 0.25
  var label = "mine"

  static let settings: [Setting<Self>] = [
    .quantity("fill", \.fill, .length, in: .centimeters, 1...60, "how full"),
    .number("heat", \.heat, above: 0, upTo: 3, "how hot", source: "the maker"),
    .count("cups", \.cups, 1...12, "how many cups"),
    .choice("lid", \.lid, "whether steam gets out"),
    .share("shade", \.shade, "how dark").when("lid shut") { $0.lid == .shut },
    .text("label", \.label, "what it says"),
  ]
}

private struct Kitchen: Sendable {
  var kettle = Kettle()
}

@Suite("Settings that are declared once")
struct ConfigurableTests {
  private func refusal(_ entries: (String, String)...) -> String? {
    do {
      _ = try Kettle(reading: entries.map { (name: $0.0, text: $0.1) })
      return nil
    } catch {
      return error.text
    }
  }

  @Test func valuesFindTheirPlaces() throws {
    let kettle = try Kettle(reading: [
      ("fill", "30 cm"), ("heat", "3"), ("cups", "12"), ("lid", "shut"), ("shade", "51/255"), ("label", "yours"),
    ])
    #expect(kettle.fill == 0.3 && kettle.heat == 3 && kettle.cups == 12 && kettle.label == "yours")
    #expect(abs(kettle.shade - 0.2) < 1e-12)
  }

  @Test("every text reads back to the same text")
  func roundTrip() throws {
    var kettle = Kettle()
    (kettle.fill, kettle.heat, kettle.shade) = (0.12, 0.001, 8.0 / 255)
    let read = try Kettle(reading: kettle.texts)
    #expect(read.texts.map(\.text) == kettle.texts.map(\.text))
    #expect(kettle.texts.map(\.text) == ["12 cm", "0.001", "3", "shut", "8/255", "mine"])
  }

  @Test func recordsHaveSIUnitsAndLeaveOutWhatIsIdle() {
    var kettle = Kettle()
    #expect(kettle.recorded.map(\.name) == ["fill", "heat", "cups", "lid", "shade", "label"])
    #expect(
      kettle.recorded.map(\.value) == [
        .number(0.5), .number(2), .count(3), .word("shut"), .number(0.25), .word("mine"),
      ])
    kettle.lid = .open
    #expect(!kettle.recorded.map(\.name).contains("shade"))
  }

  @Test func faultsNameTheSetting() {
    #expect(refusal(("heat", "0")) == "heat is '0'; it must be above 0 and at most 3.")
    #expect(refusal(("heat", "3.1")) == "heat is '3.1'; it must be above 0 and at most 3.")
    #expect(refusal(("heat", "3")) == nil)
    #expect(refusal(("cups", "13")) == "cups is '13'; it must be 1 to 12.")
    #expect(refusal(("cups", "2.5")) == "cups is '2.5'; it must be a whole number, 1 to 12.")
    #expect(refusal(("lid", "shutt")) == "lid is 'shutt'; did you mean 'shut'?")
    #expect(refusal(("fill", "0.5 m"), ("fill", "0.4 m")) == "fill stands there twice; keep one of the two.")
    #expect(refusal(("hat", "1")) == "has no setting 'hat'; did you mean 'heat'?")
    #expect(refusal(("lid", "open"), ("shade", "3 %")) == "shade does nothing here, it is for lid shut; remove it.")
    // The order of entries does not matter to what is idle.
    #expect(refusal(("shade", "3 %"), ("lid", "open")) != nil)
  }

  @Test func tablesOfPartsAreJoined() throws {
    let settings = Kettle.settings.map { $0.at(\Kitchen.kettle) }
    var kitchen = Kitchen()
    try settings[2].assign("7", &kitchen)
    #expect(kitchen.kettle.cups == 7 && settings[2].text(kitchen) == "7")
    kitchen.kettle.lid = .open
    #expect(!settings[4].applies(to: kitchen) && settings[0].applies(to: kitchen))
  }

  @Test func theReferenceHasARowASetting() {
    let rows = Kettle.reference.split(separator: "\n")
    #expect(rows.count == 2 + Kettle.settings.count)
    #expect(rows[3] == "| `heat` | number, above 0 and at most 3 | `2` | how hot (the maker) |")
    #expect(rows[6].hasSuffix("how dark; for lid shut |"))
  }

  @Test func optionsHaveHyphens() {
    let setting = Setting<Kettle>.count("most_cups", \.cups, 1...2, "cups")
    #expect(setting.option == "--most-cups")
  }
}
