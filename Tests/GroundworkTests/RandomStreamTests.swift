import Groundwork
import Testing

@Suite struct RandomStreamTests {
  /// The generator written down a second time, from the paper's Figure, with a counter and key of the caller's choice.
  func philox(_ counter: [UInt32], key: [UInt32]) -> [UInt32] {
    var (c, k) = (counter, key)
    for round in 0..<10 {
      if round > 0 { k = [k[0] &+ 0x9E37_79B9, k[1] &+ 0xBB67_AE85] }
      let a = UInt64(c[0]) * 0xD251_1F53
      let b = UInt64(c[2]) * 0xCD9E_8D57
      c = [
        UInt32(truncatingIfNeeded: b >> 32) ^ c[1] ^ k[0], UInt32(truncatingIfNeeded: b),
        UInt32(truncatingIfNeeded: a >> 32) ^ c[3] ^ k[1], UInt32(truncatingIfNeeded: a),
      ]
    }
    return c
  }

  /// SplitMix64's finaliser, as the stream hashes names.
  func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  func halves(_ value: UInt64) -> [UInt32] {
    [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
  }

  @Test func theSecondWritingGivesThePublishedKnownAnswers() {
    // Random123 1.14, tests/kat_vectors, philox4x32 with 10 rounds.
    #expect(
      philox([0, 0, 0, 0], key: [0, 0]) == [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8])
    let ones = UInt32.max
    #expect(
      philox([ones, ones, ones, ones], key: [ones, ones])
        == [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD])
    #expect(
      philox([0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344], key: [0xA409_3822, 0x299F_31D0])
        == [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1])
  }

  @Test func aStreamIsPhiloxOfItsNameAndIndices() {
    var hash = mix(7 ^ 0x9E37_79B9_7F4A_7C15)
    for byte in "crop jitter".utf8 { hash = mix(hash ^ UInt64(byte)) }
    let lane = mix(mix(hash ^ 0xD1B5_4A32_D192_ED03) ^ 42)
    let expected = (0..<3).flatMap { philox([UInt32($0), 0] + halves(lane), key: halves(hash)) }
    var stream = RandomStream(seed: 7, name: "crop jitter", 42)
    #expect((0..<12).map { _ in stream.nextWord() } == expected)
  }

  @Test func sameNameSameNumbers() {
    var one = RandomStream(seed: 7, name: "noise", 3, 1)
    var two = RandomStream(seed: 7, name: "noise", 3, 1)
    #expect((0..<100).map { _ in one.next() } == (0..<100).map { _ in two.next() })
  }

  @Test func seedNameAndEveryIndexChangeTheStream() {
    let streams = [
      RandomStream(seed: 7, name: "noise"), RandomStream(seed: 8, name: "noise"), RandomStream(seed: 7, name: "noisf"),
      RandomStream(seed: 7, name: "noise", 0), RandomStream(seed: 7, name: "noise", 1),
      RandomStream(seed: 7, name: "noise", 0, 1), RandomStream(seed: 7, name: "noise", 1, 0),
      RandomStream(seed: 7, name: "noise", 0, 0), RandomStream(seed: 7, name: "noise", -1),
    ]
    let beginnings = streams.map { stream in
      var stream = stream
      return (0..<8).map { _ in stream.nextWord() }
    }
    #expect(Set(beginnings).count == streams.count)
    // Streams side by side share no word in their first blocks (a chance of one in 10^7).
    #expect(Set(beginnings.joined()).count == 8 * streams.count)
  }

  @Test func uniformNumbersFillTheInterval() {
    var stream = RandomStream(seed: 1, name: "uniform")
    let draws = (0..<20_000).map { _ in stream.uniform() }
    #expect(draws.allSatisfy { (0..<1).contains($0) })
    var bins = [Int](repeating: 0, count: 20)
    for draw in draws { bins[Int(draw * 20)] += 1 }
    // Chi-squared with 19 degrees of freedom: 43.8 is passed with a probability of 0.001.
    let statistic = bins.map { Double(($0 - 1_000) * ($0 - 1_000)) / 1_000 }.reduce(0, +)
    #expect(statistic < 43.8)
  }

  @Test func uniformStaysBelowTheUpperBound() {
    var stream = RandomStream(seed: 1, name: "narrow")
    let range = Float(1)..<Float(1).nextUp.nextUp
    #expect((0..<1_000).allSatisfy { _ in range.contains(stream.uniform(in: range)) })
  }

  @Test func indicesAreFair() {
    var stream = RandomStream(seed: 2, name: "index")
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<14_000 { counts[stream.index(below: 7)] += 1 }
    let statistic = counts.map { Double(($0 - 2_000) * ($0 - 2_000)) / 2_000 }.reduce(0, +)
    #expect(statistic < 22.5)  // 6 degrees of freedom, probability 0.001
    #expect((0..<100).allSatisfy { _ in stream.index(below: 1) == 0 })
    #expect((0..<100).allSatisfy { _ in stream.index(below: Int(UInt32.max)) < Int(UInt32.max) })
  }

  @Test func gaussianNumbersHaveTheirMoments() {
    var stream = RandomStream(seed: 3, name: "gaussian")
    let draws = (0..<20_000).map { _ in Double(stream.gaussian()) }
    let mean = draws.reduce(0, +) / 20_000
    let variance = draws.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 20_000
    let fourth = draws.map { ($0 - mean) * ($0 - mean) * ($0 - mean) * ($0 - mean) }.reduce(0, +) / 20_000
    #expect(abs(mean) < 0.025 && abs(variance - 1) < 0.04 && abs(fourth - 3) < 0.35)
    #expect(draws.allSatisfy { $0.isFinite })
  }

  @Test(arguments: [0, 1, 2, 3, 100, 1_000])
  func aPermutationHasEveryNumberOnce(count: Int) {
    var stream = RandomStream(seed: 4, name: "order", count)
    let order = stream.permutation(of: count)
    #expect(order.sorted() == Array(0..<count))
    if count >= 100 { #expect(order != Array(0..<count)) }
  }

  @Test func permutationsAreEquallyLikely() {
    var stream = RandomStream(seed: 5, name: "orders")
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6_000 { counts[stream.permutation(of: 3), default: 0] += 1 }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { abs($0 - 1_000) < 130 })
  }
}
