import Signs
import Testing

@Suite("Lists of classes")
struct ClassListTests {
  @Test("the benchmark's own list numbers signs as the benchmark does")
  func benchmark() throws {
    let list = ClassList(SignClass.modelNames)
    for sign in SignClass.allCases {
      #expect(try list.index(of: sign) == sign.rawValue)
      #expect(list.sign(at: sign.rawValue) == sign)
    }
  }

  @Test("signs are found by name in any order, and other names are kept")
  func otherOrder() throws {
    let list = ClassList(["yield", "a hydrant", "Stop", "14"])
    #expect(try list.index(of: .yield) == 0 && list.index(of: .stop) == 2)
    #expect(list.signs == [.yield, nil, .stop, nil])
    #expect(list.names == ["yield", "a hydrant", "Stop", "14"] && list.count == 4)
  }

  @Test("a name that stands twice is a sign at its first place alone")
  func twice() throws {
    let list = ClassList(["stop", "yield", "stop"])
    #expect(try list.index(of: .stop) == 0)
    #expect(list.signs == [.stop, .yield, nil])
  }

  @Test("a sign that the list lacks is refused with what there is")
  func unknown() {
    let list = ClassList(["yield", "no-entry"])
    #expect(list.number(of: .stop) == nil)
    let fault = UnknownSign(sign: .stop, known: ["yield", "no-entry"])
    #expect(throws: fault) { _ = try list.index(of: .stop) }
    #expect(
      fault.description
        == "The model: none of its 2 classes is stop, it knows yield, no-entry; choose one of these, or another model.")
    #expect(fault.kind == .badData)
  }
}
