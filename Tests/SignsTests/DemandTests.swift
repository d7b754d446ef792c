import Signs
import Testing

@Suite("What signs ask for")
struct DemandTests {
  @Test("limits allow what stands on them")
  func limits() {
    for sign in SignClass.allCases {
      let number = sign.name.hasPrefix("speed-limit-") ? Double(sign.name.dropFirst("speed-limit-".count)) : nil
      #expect(sign.demand.limit.map { ($0 * 3.6).rounded() } == number, "\(sign.name)")
    }
  }

  @Test("only stop asks to stand, only yield to give way, two signs forbid to go on, and danger signs ask for nothing")
  func kinds() {
    func signs(_ demand: Demand) -> [SignClass] { SignClass.allCases.filter { $0.demand == demand } }
    #expect(signs(.stand) == [.stop])
    #expect(signs(.giveWay) == [.yield])
    #expect(signs(.keepOut) == [.noVehicles, .noEntry])
    #expect(signs(.nothing).contains { $0 == .endOfAllLimits } && signs(.nothing).count == 43 - 4 - 8)
    #expect(SignClass.allCases.filter { $0.shape == .triangle }.allSatisfy { $0.demand == .nothing })
  }
}
