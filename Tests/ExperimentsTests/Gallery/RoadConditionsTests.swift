import Scenarios
import Foundation
import Groundwork
import Imaging
import Signs
import Testing

@testable import Experiments

@Suite struct RoadConditionsTests {
  private static let faces = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../../Assets/Signs").standardizedFileURL.path

  private func scenarios() -> [Scenario] { RoadConditions.all.map { $0.applied(to: Scenario()) } }

  @Test func everySkyShadowAndWeatherOfAScenarioIsThere() {
    #expect(Set(scenarios().map(\.light.daylight.sky)) == Set(Daylight.Sky.allCases))
    #expect(Set(scenarios().map(\.light.shadow)) == Set(Scenario.LightSettings.Shadow.allCases))
    #expect(Set(scenarios().map(\.weather.kind)) == Set(Scenario.WeatherSettings.Kind.allCases))
    #expect(scenarios().contains { $0.light.visibility != nil })
    #expect(Set(RoadConditions.all.map(\.name)).count == RoadConditions.all.count)
  }

  @Test func onlyWeatherAndLightAreReplaced() {
    var scenario = Scenario()
    scenario.light.visibility = 40
    scenario.weather.kind = .snow
    scenario.camera.blur = 1.5
    scenario.seed = 99
    let changed = RoadConditions.all[0].applied(to: scenario)
    #expect(changed.light.visibility == nil && changed.weather.kind == .dry)
    #expect(changed.camera == scenario.camera && changed.seed == 99 && changed.sign == scenario.sign)
  }

  @Test func aSignIsSeenNearAndNotFarBeyondSight() throws {
    let photographs = WeatherPhotographs(
      Scenario(), picture: PictureShape(side: 32), faces: Self.faces, loop: ConcurrentLoop(threads: 2))
    let views = try photographs.views(of: .yield, under: RoadConditions.all[0], at: [1500, 12], side: 64)
    #expect(views[0] == nil)
    let near = try #require(views[1])
    #expect(near.crop.width == 32 && near.crop.height == 32)
    // At 12 m the sign is wider than the piece that was asked for.
    #expect(near.frame.width > 98 && near.frame.width == near.frame.height)
    let again = try WeatherPhotographs(
      Scenario(), picture: PictureShape(side: 32), faces: Self.faces, loop: ConcurrentLoop(threads: 1)
    )
    .views(of: .yield, under: RoadConditions.all[0], at: [1500, 12], side: 64)
    #expect(again[1]?.frame == near.frame && again[1]?.crop == near.crop)
  }
}
