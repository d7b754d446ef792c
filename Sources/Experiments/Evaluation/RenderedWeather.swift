import Imaging
import Signs

/// Weather that the renderer makes, at five strengths.
package struct RenderedWeather: Sendable {
  /// As tables have it: `fog`.
  package let name: String
  /// Puts the weather into a scene.
  let change: @Sendable (_ scene: inout SignScene, _ severity: Severity) -> Void

  package init(name: String, change: @escaping @Sendable (_ scene: inout SignScene, _ severity: Severity) -> Void) {
    self.name = name
    self.change = change
  }

  /// All kinds, in the order of their rows.
  package static let all = [fog]

  /// Even fog with a visibility of 300 m (fog, by the WMO's words, begins at 1000 m), 150, 100, 70 and 50 m (dense fog).
  package static let fog = RenderedWeather(name: "fog") { scene, severity in
    let visibilities: [Double] = [300, 150, 100, 70, 50]
    scene.fog = Fog(visibility: visibilities[severity.rawValue - 1])
  }
}
