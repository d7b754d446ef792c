import Foundation
import Groundwork
import Imaging
import Records
import TestSupport
import Testing

@Suite("stopline render, classify and attack")
struct PictureTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func classify(_ file: String) throws -> ClassificationRecord {
    let run = try RunningCommand("classify", "--json", file)
    #expect(run.exitCode == 0, "\(run.standardError)")
    #expect(run.standardOutput.count { $0 == "\n" } == 1)
    return try RecordEncoding.decode(ClassificationRecord.self, from: Array(run.standardOutput.utf8))
  }

  @Test("a rendered stop sign is read as stop, a crafted one as yield, also from the file")
  func fromRenderingToReading() throws {
    let scenario = Project.root + "/Scenarios/clean-stop.yaml"
    let rendered = try RunningCommand("render", scenario, "--distances", "25", "--out", folder.path)
    #expect(rendered.exitCode == 0, "\(rendered.standardError)")
    let picture = rendered.standardOutput.trimmingCharacters(in: .newlines)
    let clean = try classify(picture)
    #expect(clean.name == "stop")
    #expect(clean.file == picture)
    #expect(clean.top.count == 5)

    let out = folder.file("out")
    let attack = try RunningCommand(
      "attack", "jsma", picture, "--target", "yield", "--out", out, "--json", "--fail-on", "flip")
    #expect(attack.exitCode == 1, "\(attack.standardError)")
    let record = try RecordEncoding.decode(AttackRecord.self, from: Array(attack.standardOutput.utf8))
    let image = try #require(record.images.first)
    #expect(image.status == .turned && image.file == picture)
    #expect(image.sha256 == SHA256.hexDigest(of: try WholeFile.read(picture)))
    #expect(attack.standardError == "stopline: --fail-on flip: jsma: 1 of 1 pictures were read as another sign.\n")
    #expect(try classify("\(out)/\(image.name).clean.png").name == "stop")
    let crafted = try classify("\(out)/\(image.name).crafted.png")
    #expect(crafted.name == "yield")
    #expect(crafted.confidence == image.crafted.confidence)
    let difference = ImageDifference(
      clean: try ImageFile.read("\(out)/\(image.name).clean.png"),
      crafted: try ImageFile.read("\(out)/\(image.name).crafted.png"))
    #expect(difference.l0Features == image.norms.l0Features)
    #expect(difference.l2 == image.norms.l2)
  }

  @Test("a reading below the threshold is none")
  func threshold() throws {
    let run = try RunningCommand("classify", "--json", "--threshold", "1", Project.stopFace)
    let record = try RecordEncoding.decode(ClassificationRecord.self, from: Array(run.standardOutput.utf8))
    #expect(record.classNumber == nil || record.confidence == 1)
  }

  @Test("a rendered data set is the same on any number of threads, and --data reads it")
  func dataSet() throws {
    let (one, two) = (folder.file("one"), folder.file("two"))
    for (out, threads) in [(one, "1"), (two, "2")] {
      let run = try RunningCommand(
        "render", "--classes", "yield,stop", "--per-class", "4", "--seed", "3", "--threads", threads, "--out", out)
      #expect(run.exitCode == 0, "\(run.standardError)")
    }
    for name in ["00013/GT-00013.csv", "00013/00000_00000.ppm", "00014/00003_00000.ppm"] {
      let path = "Final_Training/Images/\(name)"
      #expect(try WholeFile.read("\(one)/\(path)", limit: 1 << 20) == WholeFile.read("\(two)/\(path)", limit: 1 << 20))
    }
    let run = try RunningCommand("evaluate", "--data", one, "--all", "--json")
    #expect(run.exitCode == 0, "\(run.standardError)")
    let record = try RecordEncoding.decode(EvaluationRecord.self, from: Array(run.standardOutput.utf8))
    #expect(record.images == 8)
  }

  @Test(
    "what belongs to the other kind of rendering is refused",
    arguments: [
      ["render", "--out", "x"], ["render", "a.yaml", "--classes", "all", "--out", "x"],
      ["render", "a.yaml", "--per-class", "3", "--out", "x"],
      ["render", "--classes", "stpo", "--out", "x"], ["render", "--classes", "all", "--per-class", "0", "--out", "x"],
      ["render", "--classes", "stop", "--distances", "5", "--out", "x"],
    ])
  func refusals(_ arguments: [String]) throws {
    let run = try RunningCommand(arguments)
    #expect(run.exitCode == 64)
    #expect(run.standardError.contains("render"))
  }
}
