import Foundation
import Groundwork
import Testing

@Suite struct StandardOutputTests {
  init() { signal(SIGPIPE, SIG_IGN) }

  func makePipe() -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  @Test func everyByteArrives() throws {
    let (reading, writing) = makePipe()
    try StandardOutput.write("grüße\n", to: writing)
    try StandardOutput.write("", to: writing)
    close(writing)
    #expect(FileHandle(fileDescriptor: reading, closeOnDealloc: true).readDataToEndOfFile() == Data("grüße\n".utf8))
  }

  @Test func moreThanAPipeHoldsArrivesInOrder() async throws {
    let (reading, writing) = makePipe()
    #expect(fcntl(writing, F_SETFL, O_NONBLOCK) == 0)
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
    async let received = FileHandle(fileDescriptor: reading, closeOnDealloc: true).readDataToEndOfFile()
    try StandardOutput.write(bytes, to: writing)
    close(writing)
    #expect(await Array(received) == bytes)
  }

  @Test func aClosedPipeIsAFault() {
    let (reading, writing) = makePipe()
    close(reading)
    defer { close(writing) }
    let fault = #expect(throws: FileFault.self) { try StandardOutput.write("hello", to: writing) }
    #expect(fault == FileFault(path: "standard output", problem: .cannotWrite(EPIPE)))
    #expect(fault?.kind == .cannotWrite)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsAFault() {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let fault = #expect(throws: FileFault.self) { try StandardOutput.write("hello", to: full) }
    #expect(fault?.problem == .cannotWrite(ENOSPC))
  }
}
