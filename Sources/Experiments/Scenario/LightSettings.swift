import Signs

extension Scenario {
  /// The light that the sign is photographed in, and what stands behind it.
  package struct LightSettings: Sendable, Equatable {
    package var daylight = Daylight()
    /// How far one sees, in metres; nil for clear air.
    package var visibility: Double?
    /// What stands some metres behind the sign; nil lets the seed choose.
    package var backdrop: Roadside.Backdrop?

    package init() {}

    package var fog: Fog? { visibility.map(Fog.init) }
  }
}
