extension Scenario {
  /// The light that the sign is photographed in.
  package struct LightSettings: Sendable, Equatable {
    package init() {}
  }
}
