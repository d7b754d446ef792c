import Foundation
import Groundwork

extension SignScene {
  /// What may throw a shadow on the sign.
  package enum ShadowCaster: Sendable {
    /// All beyond a slanting edge is in the shade.
    case edge
    /// A band across the face.
    case pole
    case leaves
  }

  /// Lets a shadow fall across the sign.
  /// - Parameter seed: where it falls.
  package mutating func castShadow(_ caster: ShadowCaster, seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "shadow on the sign")
    let angle = stream.between(-0.6, 0.6)
    shadow = PlateShadow()
    shadow.direction = SIMD2(cosf(angle), sinf(angle))
    shadow.position = stream.between(-0.25, 0.25)
    switch caster {
    case .edge: shadow.kind = .edge
    case .pole:
      shadow.kind = .band
      shadow.width = 0.3
    case .leaves:
      shadow.kind = .dappled
      shadow.direction = SIMD2(stream.uniform(), stream.uniform())
      shadow.position = 0.5
      shadow.width = 0.12
      shadow.softness = 0.2
      leaves = NoiseTexture(seed: seed)
    }
  }

  /// Sets what depends on the exposure: how far it is amplified, how long the shutter is open, and how far the picture
  /// moves meanwhile.
  ///
  /// A lens at f/2 and a sensor of ISO 100 are saturated by 128 cd/m2 in 1/60 s (ISO 12232, saturation-based speed):
  /// a gain of 125 a kilolux times reflectance and second. Up to that the shutter closes earlier; beyond it the signal
  /// is amplified, up to ISO 1600.
  /// - Parameter speed: the car's, in metres a second.
  package mutating func expose(by renderer: SignRenderer, speed: Double) {
    sensor.unamplifiedGain = 125 * exposureTime
    sensor.largestGain = 16 * sensor.unamplifiedGain
    let gain = renderer.gain(of: self)
    exposure = .fixed(gain: gain)
    exposureTime *= min(1, gain / sensor.unamplifiedGain)
    self.speed = speed
    // Things seen off the axis move outwards as they come nearer.
    let outwards = camera.focalLength * speed * exposureTime / (pose.distance * pose.distance)
    let (x, y) = (pose.lateral * outwards, -pose.height * outwards)
    let length = (x * x + y * y).squareRoot()
    motion = length > 200 ? MotionBlur(x: 200 * x / length, y: 200 * y / length) : MotionBlur(x: x, y: y)
  }
}
