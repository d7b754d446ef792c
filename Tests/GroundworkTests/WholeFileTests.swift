import Foundation
import Groundwork
import TestSupport
import Testing

@Suite struct WholeFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func contents() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

  func permissions(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  func problem(_ work: () throws(FileFault) -> Void) -> FileFault.Problem? {
    do {
      try work()
      return nil
    } catch {
      return error.problem
    }
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 200_003])
  func whatIsWrittenIsRead(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try WholeFile.write(bytes, to: folder.file("a"))
    #expect(try WholeFile.read(folder.file("a")) == bytes)
    #expect(try contents() == ["a"])
  }

  @Test func anExistingFileIsReplacedAndKeepsItsPermissions() throws {
    let path = folder.file("a")
    try WholeFile.write([1, 2, 3], to: path)
    #expect(chmod(path, 0o640) == 0)
    try WholeFile.write([4], to: path)
    #expect(try WholeFile.read(path) == [4])
    #expect(try permissions(path) == 0o640)
  }

  @Test func aNewFileHasThePermissionsThatNewFilesGet() throws {
    try WholeFile.write([1], to: folder.file("ours"))
    let descriptor = open(folder.file("plain"), O_CREAT | O_WRONLY, 0o666)
    close(descriptor)
    #expect(try permissions(folder.file("ours")) == permissions(folder.file("plain")))
  }

  @Test func aSymbolicLinkStaysALink() throws {
    try WholeFile.write([1], to: folder.file("real"))
    #expect(symlink("real", folder.file("link")) == 0)
    try WholeFile.write([2], to: folder.file("link"))
    #expect(try WholeFile.read(folder.file("real")) == [2])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link")) == "real")
  }

  @Test func aFileThatIsOpenAlreadyIsWrittenAndNotReplaced() throws {
    try WholeFile.write([1, 2, 3], to: folder.file("a"))
    let descriptor = open(folder.file("a"), O_RDWR)
    defer { close(descriptor) }
    try WholeFile.write([9], to: "/dev/fd/\(descriptor)")
    var bytes: [UInt8] = [0, 0]
    #expect(read(descriptor, &bytes, 2) == 1)
    #expect(bytes[0] == 9)
    #expect(try contents() == ["a"])
  }

  @Test func aNamedPipeIsWrittenThrough() throws {
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    // Open for both, so that neither side waits for the other.
    let descriptor = open(path, O_RDWR)
    defer { close(descriptor) }
    try WholeFile.write([5, 6], to: path)
    var bytes: [UInt8] = [0, 0]
    #expect(read(descriptor, &bytes, 2) == 2)
    #expect(bytes == [5, 6])
  }

  @Test func aMissingFileIsToldApartFromAFolderAndALargeOne() throws {
    try WholeFile.write([1, 2, 3], to: folder.file("three"))
    #expect(problem { () throws(FileFault) in _ = try WholeFile.read(folder.file("none")) } == .missing)
    #expect(problem { () throws(FileFault) in _ = try WholeFile.read(folder.file("three/inside")) } == .missing)
    #expect(problem { () throws(FileFault) in _ = try WholeFile.read(folder.path) } == .isDirectory)
    #expect(
      problem { () throws(FileFault) in _ = try WholeFile.read(folder.file("three"), limit: 2) } == .tooLarge(limit: 2))
    #expect(try WholeFile.read(folder.file("three"), limit: 3) == [1, 2, 3])
  }

  @Test func anEndlessDeviceStopsAtTheLimit() {
    #expect(
      problem { () throws(FileFault) in _ = try WholeFile.read("/dev/zero", limit: 100_000) }
        == .tooLarge(limit: 100_000))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsAFaultOfWriting() {
    let fault = #expect(throws: FileFault.self) { try WholeFile.write([1, 2, 3], to: "/dev/full") }
    #expect(fault?.problem == .cannotWrite(ENOSPC))
    #expect(fault?.kind == .cannotWrite)
    #expect(fault?.description.contains("the disk is full") == true)
  }

  @Test func aFolderOrAFileInTheWayIsAFaultOfCreation() throws {
    try WholeFile.write([1], to: folder.file("a"))
    #expect(problem { () throws(FileFault) in try WholeFile.write([1], to: folder.path) } == .cannotCreate(EISDIR))
    #expect(
      problem { () throws(FileFault) in try WholeFile.write([1], to: folder.file("a/b")) } == .cannotCreate(ENOTDIR))
    #expect(
      problem { () throws(FileFault) in try WholeFile.write([1], to: folder.file("no/b")) } == .cannotCreate(ENOENT))
    #expect(try contents() == ["a"])
  }

  @Test func aNameThatIsTooLongLeavesNothingBehind() throws {
    let name = String(repeating: "x", count: 300)
    #expect(
      problem { () throws(FileFault) in try WholeFile.write([1], to: folder.file(name)) }
        == .cannotCreate(ENAMETOOLONG))
    #expect(try contents() == [])
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write anywhere"))
  func aReadOnlyFileStaysAsItIs() throws {
    try WholeFile.write([1], to: folder.file("a"))
    #expect(chmod(folder.file("a"), 0o444) == 0)
    #expect(problem { () throws(FileFault) in try WholeFile.write([2], to: folder.file("a")) } == .cannotCreate(EACCES))
    #expect(try WholeFile.read(folder.file("a")) == [1])
  }

  @Test func aFailedRenameLeavesNothingBehind() throws {
    // The trailing slash lets the temporary file be filled and the rename fail.
    try WholeFile.makeFolder(folder.file("target/inside"))
    #expect(throws: FileFault.self) { try WholeFile.write([1], to: folder.file("target/")) }
    #expect(try contents() == ["target"])
  }

  @Test func foldersAreMadeWithThoseAboveThem() throws {
    try WholeFile.makeFolder(folder.file("a/b/c"))
    try WholeFile.makeFolder(folder.file("a/b/c/"))
    try WholeFile.write([7], to: folder.file("a/b/c/d"))
    #expect(
      problem { () throws(FileFault) in try WholeFile.makeFolder(folder.file("a/b/c/d")) } == .cannotCreate(EEXIST))
    #expect(
      problem { () throws(FileFault) in try WholeFile.makeFolder(folder.file("a/b/c/d/e")) } == .cannotCreate(ENOTDIR))
    #expect(problem { () throws(FileFault) in try WholeFile.makeFolder("") } == .cannotCreate(ENOENT))
  }
}
