import Testing

@testable import Networks

struct PresetTests {
  private let names = (0..<43).map { "class \($0)" }

  private func megaflops(_ architecture: Architecture) throws -> Double {
    Double(try architecture.graph().operations.reduce(0) { $0 + $1.count }) / 1e6
  }

  @Test func theStandardNetworkStaysBelow80MegaflopsAnImage() throws {
    let architecture = Architecture.standard(classNames: names)
    try architecture.check()
    // 2 · 9 · (3·32 + 32·32) · 32² + 2 · 9 · (32·64 + 64·64) · 16² + 2 · 9 · (64·128 + 128·128) · 8² + the dense layers.
    #expect(try abs(megaflops(architecture) - 78.3) < 0.1)
    #expect(try architecture.graph().operations.first == .init(name: "conv1", count: 1_769_472))
    #expect(try architecture.graph().operations.map(\.name).suffix(2) == ["dense1", "dense2"])
  }

  @Test func theTinyNetworkStaysBelow8MegaflopsAnImage() throws {
    let architecture = Architecture.tiny(classNames: names)
    try architecture.check()
    #expect(try (7...8).contains(megaflops(architecture)))
  }
}
