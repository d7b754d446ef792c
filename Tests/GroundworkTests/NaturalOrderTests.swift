import Groundwork
import Testing

@Suite struct NaturalOrderTests {
  @Test func numbersCountAsNumbers() {
    let names = [
      "", "1", "01", "2", "002", "10", "10a", "100", "a", "a1b2", "a1b10", "a2", "a12345678901234567890", "b",
    ]
    for (place, first) in names.enumerated() where first != "01" {
      for second in names[(place + 1)...] where second != "01" && second != "002" || first == "" {
        #expect(NaturalOrder.precedes(first, second), "\(first) \(second)")
        #expect(!NaturalOrder.precedes(second, first), "\(second) \(first)")
      }
    }
  }

  @Test func theOrderIsTotal() {
    let names = ["1", "01", "001", "1a", "01a", "01b", "1b"]
    for first in names {
      for second in names {
        #expect(NaturalOrder.precedes(first, second) == (first != second && !NaturalOrder.precedes(second, first)))
      }
    }
    #expect(["1b", "01b", "01a", "1a"].sorted(by: NaturalOrder.precedes) == ["01a", "1a", "01b", "1b"])
  }
}
