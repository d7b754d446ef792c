import Groundwork
import Imaging

extension Sensor {
  /// What the sensor reads: light times gain, with noise, clipped to [0, 1]; under a filter each pixel has one colour
  /// and nothing in the two others.
  func signal(of field: LightField, gain: Double, seed: UInt64, frame: Int, loop: ConcurrentLoop) -> LightField {
    let window = field.window
    let electrons = Float(electronsAtSaturation(gain: gain))
    let read = Float(readNoise) / electrons
    let sensor = self
    return LightField(window: window, loop: loop) { y, row in
      var stream = RandomStream(seed: seed, name: "sensor noise", frame, window.y + y)
      for x in 0..<window.width {
        let signal = Float(gain) * field.light[y * window.width + x]
        for channel in sensor.channels(x: window.x + x, y: window.y + y) {
          let value = max(0, signal[channel])
          let deviation = (value / electrons + read * read).squareRoot()
          row[x][channel] = min(max(value + deviation * stream.gaussian(), 0), 1)
        }
      }
    }
  }

  /// The picture from what the sensor read: colours filled in, encoded as sRGB, rounded to 8 bits.
  /// - Parameter window: lies inside the signal's own, one pixel from its border.
  func developed(_ signal: LightField, window: PixelRectangle) -> Image {
    var image = Image(width: window.width, height: window.height)
    for y in 0..<window.height {
      for x in 0..<window.width {
        let light = color(in: signal, x: x + window.x - signal.window.x, y: y + window.y - signal.window.y)
        for channel in 0..<3 {
          let value = Image.level(LinearLight.encode(light[channel]))
          image.samples[image.offset(channel: channel, x: x, y: y)] = Float(value) / 255
        }
      }
    }
    return image
  }

  /// The channels that a pixel of the frame reads.
  private func channels(x: Int, y: Int) -> ClosedRange<Int> {
    switch filter {
    case .threePlates: return 0...2
    case .bayer:
      let channel = (x & 1) + (y & 1)
      return channel...channel
    }
  }

  /// The three colours of a pixel, given in the signal's own coordinates; under the filter those it lacks are the mean
  /// of its neighbours that have them.
  private func color(in signal: LightField, x: Int, y: Int) -> Light {
    let width = signal.window.width
    let at = y * width + x
    let own = signal.light[at]
    guard filter == .bayer else { return own }
    let level = signal.light[at - 1] + signal.light[at + 1]
    let upright = signal.light[at - width] + signal.light[at + width]
    switch ((x + signal.window.x) & 1, (y + signal.window.y) & 1) {
    case (0, 0), (1, 1):
      let diagonal =
        signal.light[at - width - 1] + signal.light[at - width + 1] + signal.light[at + width - 1]
        + signal.light[at + width + 1]
      return own + 0.25 * (level + upright + diagonal)
    default: return own + 0.5 * (level + upright)
    }
  }
}
