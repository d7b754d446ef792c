import Foundation
import Groundwork
import Imaging
import TestSupport
import Testing

@testable import Signs

@Suite struct SignFaceCollectionTests {
  /// Our own faces at half their size.
  static let faces = Result { try SignFaceCollection(folder: SignFaceTests.folder, longestSide: 256) }

  @Test func everyClassHasAPlainFaceThenItsVariants() throws {
    let faces = try SignFaceCollectionTests.faces.get()
    for sign in SignClass.allCases {
      let own = faces[sign]
      #expect(own.first?.name == SignFaceName(sign))
      #expect(own.allSatisfy { $0.name.sign == sign && $0.name.country == .germany })
      #expect(own.map(\.name) == own.map(\.name).sorted())
    }
    #expect(faces[.aheadOnly].contains { $0.name.variant == "solid-arrow" })
    #expect(faces[.speedLimit80].contains { $0.name.variant == "led" })
  }

  @Test func otherCountriesAreKeptApart() throws {
    let faces = try SignFaceCollectionTests.faces.get()
    let stop = try #require(faces.faces(of: .stop, in: .unitedStates).first?.face)
    let yield = try #require(faces.faces(of: .yield, in: .unitedStates).first?.face)
    #expect(stop.physicalWidth == 0.75 && yield.physicalWidth == 0.9)
    #expect(faces.faces(of: .speedLimit30, in: .unitedStates).isEmpty)
    let counted = SignClass.allCases.map { sign in
      SignCountry.allCases.map { faces.faces(of: sign, in: $0).count }.reduce(0, +)
    }
    #expect(counted.reduce(0, +) == faces.entries.count)
  }

  @Test func facesAreKeptNoLargerThanAskedFor() throws {
    let faces = try SignFaceCollectionTests.faces.get()
    for entry in faces.entries {
      let finest = entry.face.texture.levels[0]
      #expect(max(finest.width, finest.height) == 256, "\(entry.name)")
      #expect(entry.face.physicalWidth == entry.name.country.standardWidth(of: entry.name.sign.shape))
    }
  }

  @Test func theOutlineOfEveryFaceIsTheShapeOfItsClass() throws {
    for entry in try SignFaceCollectionTests.faces.get().entries {
      let radii = SignFaceCollectionTests.radii(of: entry.face)
      let (shape, name) = (entry.name.sign.shape, entry.name)
      switch shape {
      case .circle:
        #expect(radii.max()! / radii.min()! < 1.02, "\(name)")
      case .octagon:
        // Flat sides above, beside and between, corners 22.5 degrees from them.
        for side in stride(from: 0, to: 360, by: 45) {
          #expect(abs(radii[side] / radii[0] - 1) < 0.03 && radii[(side + 22) % 360] / radii[0] > 1.03, "\(name)")
        }
      case .diamond:
        for corner in stride(from: 0, to: 360, by: 90) {
          #expect(abs(radii[corner] / radii[0] - 1) < 0.02 && radii[(corner + 45) % 360] / radii[0] < 0.78, "\(name)")
        }
      case .triangle, .invertedTriangle:
        let apex = shape == .triangle ? 90 : 270
        #expect(radii[apex] > 1.6 * radii[(apex + 180) % 360], "\(name)")
        for corner in [apex, apex + 120, apex + 240] {
          #expect(radii[corner % 360] > 1.6 * radii[(corner + 60) % 360], "\(name)")
        }
      }
    }
  }

  @Test func facesAreOpaqueFromEdgeToEdgeAndNowhereElse() throws {
    for entry in try SignFaceCollectionTests.faces.get().entries {
      let texture = entry.face.texture
      let level = texture.levels[0]
      let coverage = (0..<level.height).map { row in
        (0..<level.width).map { texture.texels[level.start + (row + 1) * (level.width + 2) + 1 + $0].w }
      }
      for row in coverage {
        guard let first = row.firstIndex(of: 1), let last = row.lastIndex(of: 1) else { continue }
        #expect(row[first...last].allSatisfy { $0 == 1 }, "\(entry.name)")
      }
      let covered = Double(coverage.joined().count { $0 == 1 })
      let outline = entry.face.outline
      let twice = zip(outline, outline.dropFirst() + outline.prefix(1)).map { $0.x * $1.y - $0.y * $1.x }.reduce(0, +)
      let area = abs(twice) / 2 * entry.face.texelsPerMetre * entry.face.texelsPerMetre
      #expect(covered / area > 0.96 && covered / area <= 1, "\(entry.name)")
      let corners = [coverage[0][0], coverage[0].last!, coverage.last![0], coverage.last!.last!]
      #expect(corners.allSatisfy { $0 == 0 }, "\(entry.name)")
    }
  }

  @Test func everyPictureHasItsSource() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: SignFaceTests.folder)
    let pictures = files.filter { $0.hasSuffix(".png") }.map { $0.dropLast(4) }
    let sources = files.filter { $0.hasSuffix(".svg") }.map { $0.dropLast(4) }
    #expect(Set(pictures) == Set(sources))
  }

  @Test func plainFacesOfDifferentClassesDifferEvenWhenSmall() throws {
    // 32 x 32 pixels on grey, as a network gets them; the root mean square over all values, 0 to 1. The nearest two
    // are the speed limits 30 and 80, 0.079 apart.
    let small = try SignClass.allCases.map {
      try SignFaceCollectionTests.small(SignFace.path(of: $0, inFolder: SignFaceTests.folder))
    }
    for (a, b) in small.indices.flatMap({ a in (a + 1..<small.count).map { (a, $0) } }) {
      let squares = zip(small[a].samples, small[b].samples).map { ($0 - $1) * ($0 - $1) }
      let difference = (squares.reduce(0, +) / Float(squares.count)).squareRoot()
      #expect(difference > 0.06, "\(SignClass.allCases[a].name) and \(SignClass.allCases[b].name)")
    }
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let one = try SignFaceCollection(folder: SignFaceTests.folder, longestSide: 16, loop: ConcurrentLoop(threads: 1))
    let many = try SignFaceCollection(folder: SignFaceTests.folder, longestSide: 16, loop: ConcurrentLoop(threads: 7))
    #expect(one.entries.map(\.name) == many.entries.map(\.name))
    #expect(one.entries.map(\.face.texture.texels) == many.entries.map(\.face.texture.texels))
  }

  @Test func aFolderWithoutEveryClassIsRefused() throws {
    let folder = try TemporaryFolder()
    try ImageFile.writePNG(Image(width: 4, height: 4, color: .white), to: folder.file("14-stop.png"))
    #expect(throws: SignFaceError.noFace(.speedLimit20, folder: folder.path, available: [.stop])) {
      try SignFaceCollection(folder: folder.path)
    }
    let missing = #expect(throws: SignFaceError.self) { try SignFaceCollection(folder: folder.file("nowhere")) }
    #expect(missing?.description.contains("holds no sign faces") == true)
  }

  @Test func aFileThatNamesNoClassIsRefused() throws {
    let folder = try TemporaryFolder()
    try ImageFile.writePNG(Image(width: 4, height: 4, color: .white), to: folder.file("14-stpo.png"))
    let error = #expect(throws: SignFaceError.self) { try SignFaceCollection(folder: folder.path) }
    #expect(error == .misnamed(path: folder.file("14-stpo.png")) && error?.kind == .badData)
  }

  /// How far the outline is from the middle of the plate, or for triangles from where their bisectors meet, in every
  /// direction: degrees anticlockwise from the right.
  private static func radii(of face: SignFace) -> [Double] {
    var middle = SIMD2<Double>.zero
    let (left, right) = (face.outline.map(\.x).min()!, face.outline.map(\.x).max()!)
    let atLeft = face.outline.filter { $0.x < left + 0.02 * (right - left) }.map(\.y)
    let atSide = atLeft.reduce(0, +) / Double(atLeft.count)
    // Triangles: the side corners lie a quarter of the height off the point that is as far from all corners.
    if abs(atSide) > 0.2 * face.physicalHeight { middle.y = atSide / abs(atSide) * face.physicalHeight / 6 }
    return (0..<360).map { degree in
      let angle = Double(degree) * .pi / 180
      let direction = SIMD2(cos(angle), sin(angle))
      let points = face.outline.map { $0 - middle }
      let ends = zip(points, points.dropFirst() + points.prefix(1))
      return ends.compactMap { a, b in
        let (d, cross) = (b - a, direction.x * (b.y - a.y) - direction.y * (b.x - a.x))
        let along = (direction.y * a.x - direction.x * a.y) / cross
        let distance = (a.x * d.y - a.y * d.x) / cross
        return cross != 0 && (-1e-9...1 + 1e-9).contains(along) && distance > 0 ? distance : nil
      }.max() ?? 0
    }
  }

  private static func small(_ path: String) throws -> Image {
    try ImageFile.read(path, background: Color(gray: 0.4)).resampled(width: 32, height: 32)
  }
}

@Suite struct SignFaceNameTests {
  @Test(arguments: [
    (SignFaceName(.stop), "14-stop"), (SignFaceName(.speedLimit20), "00-speed-limit-20"),
    (SignFaceName(.stop, country: .unitedStates), "14-stop.us"),
    (SignFaceName(.aheadOnly, variant: "solid-arrow"), "35-ahead-only.solid-arrow"),
    (SignFaceName(.stop, country: .unitedStates, variant: "led"), "14-stop.us.led"),
  ])
  func namesLeadThereAndBack(_ name: SignFaceName, _ text: String) {
    #expect(name.description == text)
    #expect(SignFaceName(text) == name)
  }

  @Test(arguments: ["", "stop", "14", "14-yield", "13-stop", "14-stop.", "14-stop.de", "14-stop.led.us", "14-stop.a.b"])
  func othersAreNone(_ text: String) {
    #expect(SignFaceName(text) == nil)
  }

  @Test func sortedByClassThenCountryThenVariant() {
    let sorted = ["13-yield.us", "14-stop", "14-stop.led", "14-stop.us"].compactMap { SignFaceName($0) }
    #expect(sorted.reversed().sorted() == sorted)
  }
}
