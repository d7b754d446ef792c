import Foundation
import Groundwork
import TestSupport
import Testing

@Suite struct StagedFolderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func contents(_ name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.file(name)).sorted()
  }

  @Test func theFolderAppearsWithAllOfItsFiles() throws {
    let staged = try StagedFolder(folder.file("set/14"))
    try staged.write([1, 2], to: "a")
    try staged.write([], to: "b")
    #expect(!FileManager.default.fileExists(atPath: folder.file("set/14")))
    try staged.finish()
    #expect(try contents("set") == ["14"])
    #expect(try contents("set/14") == ["a", "b"])
    #expect(try WholeFile.read(folder.file("set/14/a")) == [1, 2])
  }

  @Test func filesJoinThoseThatAreThere() throws {
    try WholeFile.makeFolder(folder.file("14"))
    try WholeFile.write([1], to: folder.file("14/a"))
    try WholeFile.write([2], to: folder.file("14/kept"))
    let staged = try StagedFolder(folder.file("14"))
    try staged.write([3], to: "a")
    try staged.finish()
    #expect(try contents() == ["14"])
    #expect(try contents("14") == ["a", "kept"])
    #expect(try WholeFile.read(folder.file("14/a")) == [3])
    #expect(try WholeFile.read(folder.file("14/kept")) == [2])
  }

  @Test func aSymbolicLinkToAFolderStaysALink() throws {
    try WholeFile.makeFolder(folder.file("real"))
    #expect(symlink("real", folder.file("14")) == 0)
    let staged = try StagedFolder(folder.file("14"))
    try staged.write([1], to: "a")
    try staged.finish()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("14")) == "real")
    #expect(try contents() == ["14", "real"])
    #expect(try WholeFile.read(folder.file("real/a")) == [1])
  }

  @Test func whatIsDiscardedLeavesNothing() throws {
    let staged = try StagedFolder(folder.file("14"))
    try staged.write([1], to: "a")
    staged.discard()
    #expect(try contents() == [])
  }

  @Test func twoFoldersAreFilledAtATime() throws {
    let (first, second) = (try StagedFolder(folder.file("1")), try StagedFolder(folder.file("2")))
    try first.write([1], to: "a")
    try second.write([2], to: "a")
    try second.finish()
    try first.finish()
    #expect(try WholeFile.read(folder.file("1/a")) == [1])
    #expect(try WholeFile.read(folder.file("2/a")) == [2])
  }

  @Test func aFileInTheWayIsNamedAndKept() throws {
    try WholeFile.write([1], to: folder.file("14"))
    let staged = try StagedFolder(folder.file("14"))
    try staged.write([2], to: "a")
    #expect { try staged.finish() } throws: { fault in
      guard let fault = fault as? FileFault, case .cannotCreate = fault.problem else { return false }
      return fault.path == folder.file("14")
    }
    staged.discard()
    #expect(try contents() == ["14"])
    #expect(try WholeFile.read(folder.file("14")) == [1])
  }

  @Test func faultsCallAFileByItsFinalName() throws {
    let staged = try StagedFolder(folder.file("14"))
    #expect { try staged.write([1], to: "no/such") } throws: {
      ($0 as? FileFault)?.path == folder.file("14/no/such")
    }
    staged.discard()
  }
}
