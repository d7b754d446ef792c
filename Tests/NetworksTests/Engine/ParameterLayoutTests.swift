import Networks
import TestSupport
import Testing

@Suite struct ParameterLayoutTests {
  @Test(arguments: SmallNetworks.cases)
  func aNetworkComesBackFromItsArrays(_ network: SmallNetworks.Case) {
    let value = SmallNetworks.random(network.architecture)
    let layout = ParameterLayout(network.architecture)
    let back = ParameterLayout.network(
      network.architecture, parameters: layout.parameters(of: value), statistics: layout.statistics(of: value))
    #expect(back == value)
  }

  @Test func tensorsFollowEachOtherInTheOrderOfTheLayers() {
    let layout = ParameterLayout(SmallNetworks.cases[0].architecture)
    let names = layout.parameters.map(\.name)
    #expect(
      names == [
        "conv1.weight", "bn1.weight", "bn1.bias", "conv2.weight", "bn2.weight", "bn2.bias", "dense1.weight",
        "dense1.bias", "dense2.weight", "dense2.bias",
      ])
    #expect(layout.parameter("conv1.weight")?.shape == [32, 3, 3, 3])
    for (entry, next) in zip(layout.parameters, layout.parameters.dropFirst()) {
      #expect(next.offset == entry.offset + entry.count)
    }
    #expect(layout.parameters.last.map { $0.range.upperBound } == layout.parameterCount)
    #expect(layout.statistics.map(\.name).prefix(2) == ["bn1.running_mean", "bn1.running_var"])
  }
}
