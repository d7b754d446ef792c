import Groundwork
import Testing

@testable import Imaging

@Suite("Corruptions")
struct CorruptionTests {
  private static let severities = 1...5

  @Test("pictures keep their size and range, whatever the size", arguments: CorruptionKind.allCases)
  func range(_ kind: CorruptionKind) {
    for severity in Self.severities {
      for (width, height) in [(32, 32), (21, 40), (5, 3), (64, 48)] {
        var stream = RandomStream(seed: 2, name: "noise", width)
        let image = Image(
          width: width, height: height, samples: (0..<3 * width * height).map { _ in stream.uniform() })
        for picture in [image, Image(width: width, height: height), Image(width: width, height: height, color: .white)]
        {
          let result = CorruptedPictures.corrupted(picture, kind, severity)
          #expect(result.width == width && result.height == height)
          #expect(result.samples.allSatisfy { (0...1).contains($0) }, "\(severity)")
        }
      }
    }
  }

  @Test("the same stream gives the same picture, another one another", arguments: CorruptionKind.allCases)
  func repeats(_ kind: CorruptionKind) {
    let clean = CorruptedPictures.sign(0)
    for severity in Self.severities {
      let image = CorruptedPictures.corrupted(clean, kind, severity)
      #expect(image == CorruptedPictures.corrupted(clean, kind, severity))
      #expect(image != clean)
      let chance: Set<CorruptionKind> = [
        .defocusBlur, .zoomBlur, .gaussianBlur, .brightness, .contrast, .saturate, .jpeg, .pixelate,
      ]
      let other = CorruptedPictures.corrupted(clean, kind, severity, number: 1)
      #expect((image == other) == chance.contains(kind))
    }
  }

  @Test(
    "pictures get farther away with severity",
    arguments: [
      CorruptionKind.gaussianNoise, .shotNoise, .impulseNoise, .speckleNoise, .defocusBlur, .gaussianBlur, .zoomBlur,
      .snow, .fog, .brightness, .contrast, .jpeg,
    ])
  func grows(_ kind: CorruptionKind) {
    let distances = Self.severities.map { CorruptedPictures.distance(kind, $0) }
    for (less, more) in zip(distances, distances.dropFirst()) { #expect(less < more, "\(distances)") }
  }

  @Test(
    "where the published constants are not monotone, the worst is still worse than the mildest",
    arguments: [CorruptionKind.glassBlur, .motionBlur, .frost, .spatter, .saturate, .pixelate])
  func ends(_ kind: CorruptionKind) {
    #expect(CorruptedPictures.distance(kind, 1) < CorruptedPictures.distance(kind, 5))
  }

  @Test("fifteen make the mean, four more stand beside")
  func set() {
    #expect(CorruptionKind.allCases.count == 19)
    #expect(CorruptionKind.allCases.filter(\.isExtra) == [.speckleNoise, .gaussianBlur, .spatter, .saturate])
    let main = CorruptionKind.allCases.filter { !$0.isExtra }
    #expect(CorruptionKind.Family.allCases.map { family in main.count { $0.family == family } } == [3, 4, 4, 4])
  }
}
