extension Augmentation {
  /// - Throws: `TrainingError.setting` naming the first range that cannot be used.
  package func check() throws(TrainingError) {
    try require(rotation, in: -180...180, "rotation")
    try require(scale, in: 0.1...10, "scale")
    try require(shift, in: -1...1, "shift")
    try require(shear, in: -2...2, "shear")
    // With both axes at their bounds the divisor is still above 0.
    try require(perspective, in: -0.45...0.45, "perspective")
    try require(narrowing, in: 0.1...1, "narrowing")
    try require(brightness, in: 0...10, "brightness")
    try require(contrast, in: 0...10, "contrast")
    try require(gamma, in: 0.1...10, "gamma")
    try require(saturation, in: 0...10, "saturation")
    try require(greyscale, in: 0...1, "saturation of grey pictures")
    try require(hue, in: -180...180, "hue")
    try require(tint, in: 0...10, "tint")
    try require(occlusion, in: 0...1, "occlusion")
    try require(stickers, in: 0...1, "stickers")
    try require(resolution, in: 1...4_096, "resolution")
    try require(motion, in: 0...6, "motion blur")
    try require(blur, in: 0.05...1, "blur")
    try require(noise, in: 0...1, "noise")
    try TrainingError.require(mirroring, in: 0...1, "share of mirrored pictures")
  }

  private func require(
    _ value: ClosedRange<Float>, in range: ClosedRange<Float>, _ name: String
  ) throws(TrainingError) {
    try TrainingError.require(value.lowerBound, in: range, "lowest \(name)")
    try TrainingError.require(value.upperBound, in: range, "highest \(name)")
  }

  private func require(_ value: Occasional, in range: ClosedRange<Float>, _ name: String) throws(TrainingError) {
    try TrainingError.require(value.share, in: 0...1, "share of \(name)")
    if value.share > 0 { try require(value.range, in: range, name) }
  }
}
