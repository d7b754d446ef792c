extension Budget {
  /// The limits that bind and then the settings, always in the same order.
  package var entries: [Entry] {
    let limits: [(String, Value?)] = [
      ("linf", linf.map(Value.number)),
      ("feature_share", featureShare.map(Value.number)),
      ("pixel_share", pixelShare.map(Value.number)),
      ("steps", steps.map(Value.count)),
      ("queries", queries.map(Value.count)),
      ("gradients", gradients.map(Value.count)),
    ]
    return limits.compactMap { key, value in value.map { Entry(key, $0) } } + settings
  }
}
