import Groundwork

extension Augmentation {
  /// Draws one picture's changes. Every range is drawn from in a fixed order whether or not it is used, so narrowing
  /// one leaves what the others draw unchanged; what came later than the first recipes draws last, and only where it can
  /// happen, so that those recipes stay what they were.
  package func draw(from stream: inout RandomStream) -> PictureChange {
    var change = PictureChange()
    change.rotation = stream.draw(rotation)
    change.scale = stream.draw(scale)
    change.shiftX = stream.draw(shift)
    change.shiftY = stream.draw(shift)
    change.shear = stream.draw(shear)
    change.perspectiveX = stream.draw(perspective)
    change.perspectiveY = stream.draw(perspective)
    change.brightness = stream.draw(brightness)
    change.contrast = stream.draw(contrast)
    change.gamma = stream.draw(gamma)
    change.saturation = stream.draw(saturation)
    change.hue = stream.draw(hue)
    change.tint = SIMD3(stream.draw(tint), stream.draw(tint), stream.draw(tint))
    change.occlusion = stream.drawOcclusion(occlusion)
    change.resolution = stream.draw(resolution).map { Int($0.rounded()) }
    let direction = stream.draw(0...180)
    change.motion = stream.draw(motion).map { MotionStreak(length: $0, direction: direction) }
    change.blur = stream.draw(blur)
    change.noise = stream.draw(noise)
    change.stickers = stream.drawStickers(stickers)
    if narrowing.share > 0, let width = stream.draw(narrowing) { change.width = width }
    if greyscale.share > 0, let saturation = stream.draw(greyscale) {
      change.saturation = saturation
      change.tint = SIMD3(repeating: 1)
    }
    return change
  }
}

extension RandomStream {
  fileprivate mutating func draw(_ range: ClosedRange<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  fileprivate mutating func draw(_ occasional: Augmentation.Occasional) -> Float? {
    let happens = uniform() < occasional.share
    let value = draw(occasional.range)
    return happens ? value : nil
  }

  /// A rectangle about a point anywhere in the picture, between half and twice as wide as high.
  fileprivate mutating func drawOcclusion(_ occasional: Augmentation.Occasional) -> Occlusion? {
    let center = SIMD2(uniform(), uniform())
    let aspect = draw(0.5...2).squareRoot()
    let color = SIMD3(uniform(), uniform(), uniform())
    return draw(occasional).map { Occlusion(center: center, size: SIMD2($0 * aspect, $0 / aspect), color: color) }
  }

  fileprivate mutating func drawStickers(_ occasional: Augmentation.Occasional) -> Stickers? {
    guard occasional.share > 0 else { return nil }
    let count = 3 + index(below: 10)
    return draw(occasional).map { Stickers(count: count, size: $0) }
  }
}
