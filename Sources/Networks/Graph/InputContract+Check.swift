extension InputContract {
  /// Checks sizes and numbers.
  /// - Throws: the first thing that makes no input.
  func check() throws(ArchitectureFault) {
    let side = Graph.limits.side
    try Graph.require(
      1...Graph.limits.channels ~= channels && 1...side ~= height && 1...side ~= width,
      "the input is \(channels) x \(height) x \(width) where channels of 1 to \(side) pixels a side are read")
    let needed: Int? =
      switch order {
      case .rgb: nil
      case .bgr: 3
      case .gray: 1
      }
    try Graph.require(
      needed ?? channels == channels,
      "the input has \(channels) channels where \(order) pictures have \(needed ?? channels)")
    try Graph.require(
      mean.count == channels && deviation.count == channels,
      "the input's mean and std need one number for each of \(channels) channels")
    try Graph.require(
      mean.allSatisfy(\.isFinite) && deviation.allSatisfy { $0.isFinite && $0 > 0 },
      "the input's mean must be finite and its std positive")
  }
}
