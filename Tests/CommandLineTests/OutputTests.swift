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

  @Test("a folder that holds other files is left alone, unless it is forced")
  func otherFiles() throws {
    let folder = try TemporaryFolder()
    let scenario = folder.file("x.yaml")
    try WholeFile.write(Array(Project.shortScenario("sign: {distance: 15 m}").utf8), to: scenario)
    try WholeFile.makeFolder(folder.file("out"))
    try WholeFile.write([1], to: folder.file("out/sheet.png"))
    let run = try RunningCommand("drive", scenario, "--out", folder.file("out"))
    #expect(run.exitCode == 73)
    #expect(
      run.standardError
        == "stopline: \(folder.file("out")): holds sheet.png, which this run does not write, and results are not mixed; name "
        + "another folder, empty this one, or give --force.\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("out")) == ["sheet.png"])
    #expect(try RunningCommand("drive", scenario, "--out", folder.file("out"), "--force").exitCode == 0)
    #expect(try WholeFile.read(folder.file("out/sheet.png")) == [1])
  }

  @Test("what a run reads is never written over, forced or not")
  func input() throws {
    let folder = try TemporaryFolder()
    let text = Array(Project.shortScenario("sign: {picture: side-by-side.png}").utf8)
    try WholeFile.write(text, to: folder.file("x.yaml"))
    let picture = try WholeFile.read(Project.stopFace)
    try WholeFile.write(picture, to: folder.file("side-by-side.png"))
    let run = try RunningCommand("drive", folder.file("x.yaml"), "--out", folder.file("."), "--force")
    #expect(run.exitCode == 73)
    #expect(run.standardError.contains("side-by-side.png: is read by this run and would be overwritten"))
    #expect(try WholeFile.read(folder.file("side-by-side.png")) == picture)
  }

  @Test("an empty name of a folder is wrong usage")
  func noName() throws {
    let run = try RunningCommand("drive", "x.yaml", "y.yaml", "--out", "")
    #expect(run.exitCode == 64)
    #expect(run.standardError.contains("--out is empty; name a folder."))
  }
}
