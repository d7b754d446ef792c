import Settings

extension Limits {
  /// The limits that bind, as records have them, always in the same order.
  package var entries: [(name: String, value: SettingValue)] {
    let all: [(String, SettingValue?)] = [
      Limits.entry("features", "feature_share", l0Features),
      Limits.entry("pixels", "pixel_share", l0Pixels),
      ("l1", l1.map(SettingValue.number)),
      ("l2", l2.map(SettingValue.number)),
      ("linf", linf.map(SettingValue.number)),
      ("shift_px", shift.map(SettingValue.number)),
      ("angle_rad", angle.map(SettingValue.number)),
      ("steps", steps.map(SettingValue.count)),
      ("queries", queries.map(SettingValue.count)),
      ("gradients", gradients.map(SettingValue.count)),
    ]
    return all.compactMap { name, value in value.map { (name, $0) } }
  }

  private static func entry(_ count: String, _ share: String, _ extent: Extent?) -> (String, SettingValue?) {
    switch extent {
    case .count(let number): (count, .count(number))
    case .share(let number): (share, .number(number))
    case nil: (count, nil)
    }
  }
}
