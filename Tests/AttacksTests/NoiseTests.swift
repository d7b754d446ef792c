import Groundwork
import Imaging
import TestSupport
import Testing

@testable import Attacks

@Suite("Noise and the control")
struct NoiseTests {
  private let reader = AttackSamples.reader(seed: 8)
  private let pictures = AttackSamples.pictures(20, brightest: 0.8)

  private func run(_ attack: UniformNoise) throws -> [CraftedImage] {
    try Harness(reader: reader, seed: 3).run(attack, on: pictures, goal: .away(from: 0)).images
  }

  @Test("L-infinity noise moves every value by the whole bound", arguments: [0.0, 1, 8, 127])
  func linf(levels: Double) throws {
    var noise = UniformNoise()
    noise.epsilon = levels / 255
    for image in try run(noise) {
      for (after, before) in zip(image.crafted.levels, image.clean.levels) {
        #expect(abs(Int(after) - Int(before)) == Int(levels))
      }
    }
  }

  @Test("L2 noise has its norm from below, as near as levels allow", arguments: [0.1, 0.5, 1.5])
  func l2(norm: Double) throws {
    var noise = UniformNoise()
    (noise.measure, noise.l2) = (.l2, norm)
    for image in try run(noise) {
      #expect(image.difference.l2 <= norm && image.difference.l2 > 0.97 * norm)
    }
  }

  @Test("L0 noise changes as many values as it says", arguments: [0.0, 0.145, 0.5, 1])
  func l0(share: Double) throws {
    var noise = UniformNoise()
    (noise.measure, noise.features) = (.l0, share)
    for image in try run(noise) { #expect(image.difference.l0Features == Int(share * 48)) }
  }

  @Test("noise matches another run in each norm, on its pictures and on others", arguments: PerturbationNorm.allCases)
  func matching(norm: PerturbationNorm) throws {
    let harness = Harness(reader: reader, seed: 3)
    var attack = JacobianSaliencyMap()
    (attack.theta, attack.direction, attack.features) = (0.3, .either, 0.3)
    let report = try harness.run(attack, on: pictures, goal: .toward(2, from: 0))
    #expect(report.images.contains { $0.difference.l0Features > 2 })
    let others = AttackSamples.pictures(20, seed: 77)
    let elsewhere = zip(report.images, others).map { image, other in
      ImageDifference(
        clean: other,
        crafted: UniformNoise.matching(
          clean: image.clean, crafted: image.crafted, on: other, norm: norm,
          stream: RandomStream(seed: 1, name: "noise")))
    }
    let control = try harness.control(of: report, norm: norm)
    #expect(control.norm == norm)
    for sizes in [control.images.map(\.difference), elsewhere] {
      for (a, b) in zip(sizes, report.images.map(\.difference)) {
        switch norm {
        // Up to a half every value has room on one side.
        case .linf: #expect(a.linf == b.linf || b.linf > 0.5 && a.linf < b.linf)
        case .l0Features: #expect(a.l0Features == b.l0Features)
        case .l0Pixels: #expect(a.l0Pixels == b.l0Pixels)
        case .l1: #expect(a.l1 <= b.l1 && a.l1 >= 0.85 * b.l1)
        case .l2: #expect(a.l2 <= b.l2 && a.l2 >= 0.85 * b.l2)
        }
      }
    }
  }
}
