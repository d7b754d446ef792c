import Groundwork

/// Draws noise for one image, in whole levels.
struct NoiseSource {
  private let clean: [UInt8]
  private var stream: RandomStream

  /// - Parameter clean: planar levels.
  init(clean: [UInt8], stream: RandomStream) {
    self.clean = clean
    self.stream = stream
  }

  /// Every value moved by `levels`, up or down at random, the other way where there is no room for all of it.
  mutating func signs(levels: Int) -> [UInt8] {
    clean.map { level in
      let isUp = stream.index(below: 2) == 0
      let (up, down) = (Int(level) + levels, Int(level) - levels)
      let goesUp = (isUp && up <= 255) || (!isUp && down < 0)
      return UInt8(min(max(goesUp ? up : down, 0), 255))
    }
  }

  /// `count` random values, each replaced by a level other than its own.
  mutating func replacing(count: Int) -> [UInt8] {
    var noisy = clean
    for value in stream.permutation(of: clean.count).prefix(count) {
      noisy[value] = UInt8((Int(clean[value]) + 1 + stream.index(below: 255)) % 256)
    }
    return noisy
  }

  /// Noise on every value with a given sum of squared level changes; small noise leaves most values unchanged.
  mutating func everywhere(squares: Int) -> [UInt8] {
    noise(on: Array(clean.indices), sum: squares, power: 2, least: 0)
  }

  /// Noise on every value with a given sum of level changes.
  mutating func everywhere(sum: Int) -> [UInt8] {
    noise(on: Array(clean.indices), sum: sum, power: 1, least: 0)
  }

  /// `count` random values changed, by amounts with a given sum of squares where that many changes can have it.
  mutating func values(count: Int, squares: Int) -> [UInt8] {
    noise(on: Array(stream.permutation(of: clean.count).prefix(count)), sum: squares, power: 2, least: 1)
  }

  /// All three values of `count` random pixels changed, by amounts with a given sum of squares where they can have it.
  mutating func pixels(count: Int, squares: Int) -> [UInt8] {
    let plane = clean.count / 3
    let pixels = stream.permutation(of: plane).prefix(count)
    return noise(on: pixels.flatMap { [$0, plane + $0, 2 * plane + $0] }, sum: squares, power: 2, least: 1)
  }

  /// One value's draw: where, how far it can go which way, how far it goes at scale 1, and the threshold that decides
  /// whether a fraction of a level counts as one.
  private struct Draw {
    let place: Int
    let sign: Int
    let room: Int
    let amplitude: Double
    let threshold: Double

    func change(scale: Double, least: Int) -> Int {
      min(room, max(least, Int(min(amplitude * scale, 255) + threshold)))
    }
  }

  /// Uniform changes at `places`, scaled by bisection to the largest sum of their powers that does not exceed `sum`.
  /// - Parameter power: 1 for the changes' sizes, 2 for their squares.
  private mutating func noise(on places: [Int], sum: Int, power: Int, least: Int) -> [UInt8] {
    let draws = places.map { place in
      let level = Int(clean[place])
      let prefersUp = stream.index(below: 2) == 0
      let goesUp = prefersUp ? level < 255 : level == 0
      return Draw(
        place: place, sign: goesUp ? 1 : -1, room: goesUp ? 255 - level : level,
        amplitude: Double(stream.uniform()), threshold: Double(stream.uniform()))
    }
    var (low, high) = (0.0, 1e9)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      let reached = draws.reduce(0) { reached, draw in
        let change = draw.change(scale: middle, least: least)
        return reached + (power == 1 ? change : change * change)
      }
      if reached <= sum { low = middle } else { high = middle }
    }
    var noisy = clean
    for draw in draws {
      noisy[draw.place] = UInt8(Int(clean[draw.place]) + draw.sign * draw.change(scale: low, least: least))
    }
    return noisy
  }
}
