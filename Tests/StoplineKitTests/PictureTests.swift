import StoplineKit
import TestSupport
import Testing

@Suite struct PictureTests {
  @Test func filesKeepEveryLevel() throws {
    let folder = try TemporaryFolder()
    let picture = Picture(width: 16, height: 2, levels: (0..<96).map { UInt8(2 * $0) })
    try picture.write(to: folder.path + "/levels.png")
    #expect(try Picture(contentsOf: folder.path + "/levels.png") == picture)
  }

  @Test func aMissingFileIsExplained() throws {
    let folder = try TemporaryFolder()
    let error = try #require(throws: StoplineError.self) { try Picture(contentsOf: folder.path + "/none.png") }
    #expect(error.kind == .missingInput)
    #expect(error.description == "\(folder.path)/none.png: there is no such file; check the name.")
  }
}
