import Foundation
import Groundwork
import TestSupport
import Testing

@Suite struct SystemPathTests {
  func bytes(_ path: String) -> [UInt8] { path.systemPath.dropLast().map { UInt8(bitPattern: $0) } }

  @Test(arguments: ["", "a/b.png", "Größe 😀/ñ", "e\u{301}", "\r\n"])
  func pathsInUTF8StayAsTheyAre(path: String) {
    #expect(String(pathBytes: path.utf8) == path)
    #expect(bytes(path) == Array(path.utf8))
    #expect(path.systemPath.last == 0)
  }

  @Test func bytesThatAreNoUTF8ComeBack() {
    for bytes in [
      [0xFF], [0x62, 0xFF, 0x2E], [0xC3], [0xC3, 0x28], [0xE2, 0x82], [0xF0, 0x9F, 0x98, 0x41], [0xED, 0xA0, 0x80],
      [0xC0, 0xAF], [0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]] {
      let path = String(pathBytes: bytes)
      #expect(self.bytes(path) == bytes)
      #expect(path.unicodeScalars.contains { $0.undecodedByte != nil })
    }
  }

  @Test func aNameThatHasTheStandInItselfComesBackToo() {
    let name = Array("a\u{10FEFF}b".utf8)
    #expect(bytes(String(pathBytes: name)) == name)
    #expect(String(pathBytes: name) != String(pathBytes: [0x61, 0xFF, 0x62]))
  }

  @Test func anyBytesComeBack() {
    var stream = RandomStream(seed: 1, name: "paths")
    for _ in 0..<2_000 {
      let name = (0..<stream.index(below: 12)).map { _ in UInt8(1 + stream.index(below: 255)) }
      #expect(bytes(String(pathBytes: name)) == name)
    }
  }
}
