import Scenarios
import Foundation
import Groundwork
import TestSupport
import Testing

@Suite("Output that cannot be written")
struct OutputTests {
  @Test(arguments: [["--help"], ["--version"], ["classify", Project.stopFace]])
  func fullDisk(_ arguments: [String]) throws {
    let run = try RunningCommand(arguments, output: .fullDisk)
    #expect(run.exitCode == 74)
    #expect(run.standardError.hasPrefix("stopline: standard output: cannot be written to its end: the disk is full"))
  }

  @Test(arguments: [["--help"], ["classify", "--json", Project.stopFace]])
  func closedPipe(_ arguments: [String]) throws {
    let run = try RunningCommand(arguments, output: .closedPipe)
    #expect(run.exitCode == 74)
    #expect(run.standardError.contains("closed the pipe"))
  }

  @Test("a file where the folder of results belongs")
  func fileInTheWay() throws {
    let folder = try TemporaryFolder()
    try WholeFile.write([], to: folder.file("out"))
    let scenario = folder.file("x.yaml")
    try WholeFile.write(Array(Project.shortScenario().utf8), to: scenario)
    let run = try RunningCommand("drive", scenario, "--out", folder.file("out"))
    #expect(run.exitCode == 73)
    #expect(run.standardError.hasPrefix("stopline: \(folder.file("out"))"))
  }

  @Test("a folder where the picture belongs leaves no half-written file")
  func folderInTheWay() throws {
    let folder = try TemporaryFolder()
    let scenario = folder.file("x.yaml")
    try WholeFile.write(Array(Project.shortScenario("sign: {distance: 20 m}").utf8), to: scenario)
    try WholeFile.makeFolder(folder.file("out/drive.json"))
    let run = try RunningCommand("drive", scenario, "--out", folder.file("out"))
    #expect(run.exitCode == 73)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.file("out"))
    #expect(!left.contains { $0.hasSuffix(".partial") })
  }
}
