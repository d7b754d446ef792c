import Groundwork
import Signs
import Testing

@Suite struct GTSRBDataSetErrorTests {
  private let loop = ConcurrentLoop(threads: 2)

  /// Lines after the header, the line that is at fault, and a word of the reason.
  static let malformed: [(rows: String, line: Int, reason: String)] = [
    ("00000_00000.ppm;40;40;5;5;35;35;14\n00000_00001.ppm;40;40;5;5;35\n", 3, "6 fields"),
    ("00000_00000.ppm;40;forty;5;5;35;35;14\n", 2, "forty"),
    ("00000_00000.ppm;40;40;5;5;35;35;43\n", 2, "unknown class 43"),
    ("00000_00000.ppm;40;40;5;5;35;35;-1\n", 2, "-1"),
    ("00000_00000.ppm;40;40;5;5;35;35;13\n", 2, "class 13 in the folder of class 14"),
    ("00000_00000.ppm;40;40;35;5;5;35;14\n", 2, "region"),
    ("00000_00000.ppm;40;40;5;5;41;35;14\n", 2, "region"),
    ("../00000_00000.ppm;40;40;5;5;35;35;14\n", 2, "file name"),
    ("00000_00000.ppm;99999999999999999999;40;5;5;35;35;14\n", 2, "99999999999999999999"),
  ]

  @Test(arguments: malformed)
  func malformedListsAreRefusedWithTheirLine(_ rows: String, _ line: Int, _ reason: String) throws {
    let files = try PhotographFiles()
    try files.writeCopies(of: 14, tracks: 1, frames: 2, firstLevel: 0)
    let csv = try files.write("\(PhotographFiles.header)\n\(rows)", to: "00014/GT-00014.csv")
    let error = #expect(throws: GTSRBDataSetError.self) {
      try GTSRBDataSet.training(at: files.folder.path, shape: .benchmark, loop: loop)
    }
    let description = try #require(error).description
    #expect(description.hasPrefix("\(csv), line \(line): ") && description.contains(reason), "\(description)")
    #expect(error?.kind == .badData)
  }

  @Test(arguments: [[UInt8](), Array("Filename,Width\n".utf8), [0xFF, 0xFE, 0x00]])
  func whatIsNoListIsRefusedAtItsFirstLine(_ bytes: [UInt8]) throws {
    let files = try PhotographFiles()
    let csv = try files.write(bytes, to: "00014/GT-00014.csv")
    let error = #expect(throws: GTSRBDataSetError.self) {
      try GTSRBDataSet.training(at: files.folder.path, shape: .benchmark, loop: loop)
    }
    #expect(error?.description.hasPrefix("\(csv), line 1: ") == true)
  }

  @Test func aMissingPhotographIsNamed() throws {
    let files = try PhotographFiles()
    try files.write("\(PhotographFiles.header)\n00000_00007.ppm;40;40;5;5;35;35;14\n", to: "00014/GT-00014.csv")
    let error = #expect(throws: GTSRBDataSetError.self) {
      try GTSRBDataSet.training(at: files.folder.path, shape: .benchmark, loop: loop)
    }
    #expect(error?.description.contains("00014/00000_00007.ppm") == true)
    #expect(error?.kind == .missingInput)
  }

  @Test func ofSeveralBrokenPhotographsTheFirstIsNamedWhateverTheThreads() throws {
    let files = try PhotographFiles()
    try files.writeCopies(of: 14, tracks: 2, frames: 30, firstLevel: 0)
    for track in [0, 1] { try files.write("P6\n32 32\n255\n", to: "00014/0000\(track)_00011.ppm") }
    for threads in [1, 4] {
      let error = #expect(throws: GTSRBDataSetError.self) {
        try GTSRBDataSet.training(at: files.folder.path, shape: .benchmark, loop: ConcurrentLoop(threads: threads))
      }
      #expect(error?.description.contains("00014/00000_00011.ppm") == true)
    }
  }

  @Test func foldersThatHoldNoSetAreRefused() throws {
    let files = try PhotographFiles()
    try files.write("hello", to: "notes/hello.txt")
    for path in [files.folder.path, files.folder.file("nowhere"), files.folder.file("notes/hello.txt")] {
      let error = #expect(throws: GTSRBDataSetError.self) {
        try GTSRBDataSet.training(at: path, shape: .benchmark, loop: loop)
      }
      #expect(error?.kind == .missingInput)
      #expect(error?.description.hasPrefix(path) == true)
    }
  }

  @Test func aSetWithoutTheClassesAskedForIsRefused() throws {
    let files = try PhotographFiles()
    try files.writeCopies(of: 14, tracks: 1, frames: 1, firstLevel: 0)
    #expect(throws: GTSRBDataSetError.self) {
      try GTSRBDataSet.training(at: files.folder.path, shape: .benchmark, classes: [.yield], loop: loop)
    }
  }
}
