/// A counter-based random generator: Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011).
///
/// A stream is named, never shared: the same seed, name and indices give the same numbers whatever else the program does
/// and however many threads it uses. Splitting is a hash into the key, so streams of different names are independent.
///
///     var jitter = RandomStream(seed: 7, name: "crop jitter", frame)
///     let offset = jitter.uniform(in: -1..<1)
package struct RandomStream: RandomNumberGenerator, Sendable {
  private let key: (UInt32, UInt32)
  private let lane: (UInt32, UInt32)
  private var counter: UInt64 = 0
  private var block: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
  private var unread = 0

  /// - Parameters:
  ///   - seed: the run's seed.
  ///   - name: what the numbers are for.
  ///   - indices: which of the many streams of that name (a frame, an image, an epoch).
  package init(seed: UInt64, name: String, _ indices: Int...) {
    var hash = RandomStream.mix(seed ^ 0x9E37_79B9_7F4A_7C15)
    for byte in name.utf8 { hash = RandomStream.mix(hash ^ UInt64(byte)) }
    var position = RandomStream.mix(hash ^ 0xD1B5_4A32_D192_ED03)
    for index in indices { position = RandomStream.mix(position ^ UInt64(bitPattern: Int64(index))) }
    key = (UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: hash >> 32))
    lane = (UInt32(truncatingIfNeeded: position), UInt32(truncatingIfNeeded: position >> 32))
  }

  package mutating func next() -> UInt64 {
    UInt64(nextWord()) | UInt64(nextWord()) << 32
  }

  /// The next 32 random bits.
  package mutating func nextWord() -> UInt32 {
    if unread == 0 {
      block = philox(counter)
      counter &+= 1
      unread = 4
    }
    unread -= 1
    switch unread {
    case 3: return block.0
    case 2: return block.1
    case 1: return block.2
    default: return block.3
    }
  }

  /// A number in [0, 1) with 24 random bits.
  package mutating func uniform() -> Float {
    Float(nextWord() >> 8) * 0x1p-24
  }

  /// A number between the bounds, the upper one excluded.
  package mutating func uniform(in range: Range<Float>) -> Float {
    min(range.lowerBound + (range.upperBound - range.lowerBound) * uniform(), range.upperBound.nextDown)
  }

  /// A whole number in `0..<count`, without bias (Lemire's multiplication, with rejection).
  package mutating func index(below count: Int) -> Int {
    precondition(count > 0 && count <= Int(UInt32.max), "a stream draws indices below 1 to 2^32 - 1")
    let bound = UInt32(count)
    let threshold = (0 &- bound) % bound
    while true {
      let product = nextWord().multipliedFullWidth(by: bound)
      if product.low >= threshold { return Int(product.high) }
    }
  }

  private func philox(_ block: UInt64) -> (UInt32, UInt32, UInt32, UInt32) {
    var x = (UInt32(truncatingIfNeeded: block), UInt32(truncatingIfNeeded: block >> 32), lane.0, lane.1)
    var k = key
    for _ in 0..<10 {
      let a = x.0.multipliedFullWidth(by: 0xD251_1F53)
      let b = x.2.multipliedFullWidth(by: 0xCD9E_8D57)
      x = (b.high ^ x.1 ^ k.0, b.low, a.high ^ x.3 ^ k.1, a.low)
      k = (k.0 &+ 0x9E37_79B9, k.1 &+ 0xBB67_AE85)
    }
    return x
  }

  /// SplitMix64's finaliser, used only to hash names and indices into keys.
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
