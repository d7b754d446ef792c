import Foundation
import Groundwork
import Imaging
import Signs
import Testing

@Suite struct SensorTests {
  private let renderer = SignRenderer(loop: ConcurrentLoop(threads: 2))

  /// A patch of a plain face that fills the window, photographed at a signal of about `signal`.
  private func patch(signal: Double, sensor: Sensor) -> (values: [Double], expected: Double) {
    var scene = PaintedFaces.scene(
      PaintedFaces.plain(Color(gray: 0.7), physicalWidth: 3), pose: SignPose(lateral: 0, height: 0, distance: 10))
    scene.sensor = sensor
    let window = PixelRectangle(x: 600, y: 430, width: 80, height: 80)
    let light = renderer.light(of: scene, window: window).light[0]
    scene.exposure = .fixed(gain: signal / Double(light.y))
    scene.sensor.unamplifiedGain = signal / Double(light.y)
    let image = renderer.photograph(scene, window: window, seed: 3, frame: 0)
    let green = image.samples[image.pixelCount..<2 * image.pixelCount]
    return (green.map { Double(LinearLight.decode($0)) }, signal)
  }

  @Test(arguments: [0.1, 0.3, 0.6])
  func noiseHasTheMeanAndSpreadOfShotAndReadNoise(_ signal: Double) {
    let sensor = Sensor(filter: .threePlates, fullWell: 1_000, readNoise: 5)
    let (values, expected) = patch(signal: signal, sensor: sensor)
    let mean = values.reduce(0, +) / Double(values.count)
    let spread = (values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(values.count)).squareRoot()
    let noise = sqrt(signal * 1_000 + 25) / 1_000
    #expect(abs(sensor.noise(ofSignal: signal, gain: sensor.unamplifiedGain) - noise) < 1e-12)
    #expect(abs(mean - expected) < 4 * noise / 80 + 0.002)
    #expect(abs(spread / noise - 1) < 0.06)
  }

  @Test func amplifyingTakesElectronsAndAddsNoise() {
    let sensor = Sensor(fullWell: 8_000, readNoise: 6, unamplifiedGain: 0.25)
    #expect(sensor.noise(ofSignal: 0.5, gain: 0.1) == sensor.noise(ofSignal: 0.5, gain: 0.25))
    #expect(sensor.noise(ofSignal: 0.5, gain: 1) > 1.9 * sensor.noise(ofSignal: 0.5, gain: 0.25))
  }

  @Test func aFilterOverTheSensorKeepsPlainColours() {
    let (values, expected) = patch(signal: 0.4, sensor: Sensor(filter: .bayer, fullWell: 1e12, readNoise: 0))
    #expect(values.allSatisfy { abs($0 - expected) < 0.005 })
  }

  @Test func whatIsTooBrightIsClipped() {
    let (values, _) = patch(signal: 3, sensor: Sensor(fullWell: 8_000))
    #expect(values.allSatisfy { $0 == 1 })
  }
}
