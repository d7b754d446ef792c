import Foundation
import Groundwork
import Imaging
import TestSupport
import Testing

@Suite struct ImageListingTests {
  let folder: TemporaryFolder
  let png = PNGForge(width: 2, height: 2, colorType: .rgb).bytes

  init() throws { folder = try TemporaryFolder() }

  func add(_ name: String, _ bytes: [UInt8]) throws {
    let parents = name.split(separator: "/").dropLast().joined(separator: "/")
    try WholeFile.makeFolder(folder.file(parents))
    try WholeFile.write(bytes, to: folder.file(name))
  }

  func list(_ depth: ImageListing.Depth = .thisFolder) throws -> ImageListing {
    try ImageListing(folder: folder.path, depth: depth)
  }

  func names(_ listing: ImageListing) -> [String] {
    listing.pictures.map { String($0.dropFirst(folder.path.count + 1)) }
  }

  @Test func picturesComeInNaturalOrderWhateverTheirNames() throws {
    for name in ["10.png", "2.png", "1.jpg", "a", "02.png"] { try add(name, png) }
    try add("3.png", JPEGSample.grey.bytes)
    #expect(try names(list()) == ["1.jpg", "02.png", "2.png", "3.png", "10.png", "a"])
  }

  @Test func hiddenFilesArePassedOverAndOthersReported() throws {
    try add("1.png", png)
    try add(".2.png", png)
    try add(".hidden/3.png", png)
    try add("4.webp", Array("RIFF\0\0\0\0WEBP".utf8))
    try add("5.csv", Array("Filename".utf8))
    try add("6.png", [])
    #expect(symlink("nowhere", folder.file("7.png")) == 0)
    #expect(mkfifo(folder.file("8.png"), 0o600) == 0)
    let listing = try list(.allFolders)
    #expect(names(listing) == ["1.png"])
    #expect(
      listing.others.map { $0.path.suffix(5) } == ["4.webp", "5.csv", "6.png", "7.png", "8.png"].map { $0.suffix(5) })
    let words = listing.others.map(\.reason.description)
    #expect(words[0].contains("is a WebP picture"))
    #expect(words[1].contains("begins with 'Filename'"))
    #expect(words[2].contains("is empty"))
    #expect(words[3].contains("there is no such file"))
    #expect(words[4].contains("is a pipe"))
  }

  @Test func foldersBelowAreSearchedOnRequest() throws {
    for name in ["b.png", "a/10.png", "a/9.png", "a/c/1.png", "d/1.png"] { try add(name, png) }
    #expect(try names(list()) == ["b.png"])
    #expect(try names(list(.allFolders)) == ["a/9.png", "a/10.png", "a/c/1.png", "b.png", "d/1.png"])
  }

  @Test func linksInACircleEnd() throws {
    try add("a/1.png", png)
    #expect(symlink("..", folder.file("a/up")) == 0)
    #expect(symlink("a", folder.file("b")) == 0)
    #expect(try names(list(.allFolders)) == ["a/1.png"])
  }

  @Test func aMissingFolderIsAFault() {
    let error = #expect(throws: FileFault.self) { try ImageListing(folder: folder.file("none"), depth: .thisFolder) }
    #expect(error?.problem == .missing)
  }

  @Test(.enabled(if: NamesOfAnyBytes.areTaken))
  func aNameThatIsNoUTF8IsListedAndRead() throws {
    let path = folder.file(String(pathBytes: [0x62, 0xFF] + Array(".png".utf8)))
    try WholeFile.write(png, to: path)
    #expect(try list().pictures == [path])
    #expect(try ImageFile.read(path).width == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
  }
}

/// Whether the file system takes names that are no UTF-8, as Linux's do.
enum NamesOfAnyBytes {
  static let areTaken: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    return (try? WholeFile.write([], to: folder.file(String(pathBytes: [0xFF])))) != nil
  }()
}
