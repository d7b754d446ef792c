import Foundation
import Groundwork
import Imaging
import Signs
import TestSupport
import Testing

@Suite struct SignFaceTests {
  /// The package's own faces: three folders above this file.
  static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Assets/Signs"

  @Test(arguments: SignClass.allCases)
  func everyFaceHasItsSourceItsSizeAndItsShape(_ sign: SignClass) throws {
    let path = SignFace.path(of: sign, inFolder: SignFaceTests.folder)
    #expect(FileManager.default.fileExists(atPath: path.dropLast(4) + ".svg"))
    let face = try SignFace(of: sign, inFolder: SignFaceTests.folder)
    #expect(face.physicalWidth == sign.shape.standardWidth)
    let ratio = face.physicalHeight / face.physicalWidth
    switch sign.shape {
    case .triangle, .invertedTriangle: #expect(abs(ratio - 0.87) < 0.03)
    case .circle, .octagon, .diamond: #expect(abs(ratio - 1) < 0.01)
    }
  }

  @Test func aMissingFaceIsAnsweredWithThoseThereAre() throws {
    let folder = try TemporaryFolder()
    try ImageFile.writePNG(Image(width: 4, height: 4, color: .white), to: folder.file("14-stop.png"))
    let error = #expect(throws: SignFaceError.self) { try SignFace(of: .yield, inFolder: folder.path) }
    #expect(error == .noFace(.yield, folder: folder.path, available: [.stop]))
    #expect(error?.description.contains("stop") == true && error?.kind == .missingInput)
  }

  @Test func picturesOfTheUsersOwnFillTheirFrame() throws {
    let folder = try TemporaryFolder()
    try ImageFile.writePNG(Image(width: 40, height: 20, color: .white), to: folder.file("own.png"))
    let face = try SignFace(contentsOf: folder.file("own.png"), physicalWidth: 0.8)
    #expect(face.physicalWidth == 0.8 && abs(face.physicalHeight - 0.4) < 1e-12)
    #expect(face.outline.count == 4)
  }

  @Test func largePicturesKeepTheirPhysicalSize() throws {
    let face = PaintedFaces.plain(.white, side: 1_500, physicalWidth: 0.9)
    #expect(abs(face.physicalHeight - 0.9) < 1e-9)
  }

  @Test func whatIsNoPictureOfASignIsRefused() throws {
    let folder = try TemporaryFolder()
    let text = folder.file("text.png")
    try WholeFile.write(Array("hello".utf8), to: text)
    for path in [text, folder.file("missing.png")] {
      let error = #expect(throws: SignFaceError.self) { try SignFace(contentsOf: path, physicalWidth: 1) }
      #expect(error?.description.hasPrefix(path) == true)
    }
    #expect(SignFace(image: Image(width: 2, height: 2), alpha: [0, 0, 0, 0], physicalWidth: 1) == nil)
  }
}
