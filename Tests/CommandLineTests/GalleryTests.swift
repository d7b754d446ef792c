import Foundation
import Groundwork
import Imaging
import Records
import TestSupport
import Testing

@Suite("stopline gallery")
struct GalleryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func files(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.file(name)).sorted()
  }

  @Test("rendered pictures beside a rendered data set of the same seed are at no distance, with any number of threads")
  func beside() throws {
    let set = folder.file("set")
    let drawn = try RunningCommand("render", "--classes", "13,14", "--per-class", "12", "--seed", "5", "--out", set)
    #expect(drawn.exitCode == 0, "\(drawn.standardError)")
    let runs = try ["1", "2"].map { threads in
      try RunningCommand(
        "gallery", "--beside", set, "--seed", "5", "--threads", threads, "--out", folder.file("out-" + threads))
    }
    #expect(runs[0].exitCode == 0, "\(runs[0].standardError)")
    let names = ["beside.png", "statistics.json", "statistics.png"]
    #expect(try files("out-1") == names)
    for name in names {
      #expect(try WholeFile.read(folder.file("out-1/" + name)) == WholeFile.read(folder.file("out-2/" + name)))
    }
    let record = try RecordEncoding.decode(
      PictureStatisticsRecord.self, from: try WholeFile.read(folder.file("out-1/statistics.json")))
    #expect(record.pictures == 24 && record.perClass.map(\.classNumber) == [13, 14])
    #expect(record.statistics.count == 7)
    #expect(record.statistics.allSatisfy { $0.distance == 0 && $0.rendered == $0.photographs })
    #expect(record.statistics.allSatisfy { abs(($0.histogram?.rendered.reduce(0, +) ?? 0) - 1) < 1e-9 })
    #expect(runs[0].standardOutput.contains("24 rendered pictures beside as many photographs"))

    let other = try RunningCommand(
      "gallery", "--beside", set, "--seed", "6", "--classes", "stop", "--per-class", "5", "--out", folder.file("out-3"))
    #expect(other.exitCode == 0, "\(other.standardError)")
    let fewer = try RecordEncoding.decode(
      PictureStatisticsRecord.self, from: try WholeFile.read(folder.file("out-3/statistics.json")))
    #expect(fewer.pictures == 5 && fewer.perClass.map(\.name) == ["stop"])
    #expect(fewer.statistics.allSatisfy { $0.distance > 0 })
  }

  @Test("without photographs: every class, and signs in every weather")
  func weather() throws {
    let run = try RunningCommand(
      "gallery", "--signs", "stop", "--distances", "20", "--classes", "stop,yield", "--out", folder.file("out"))
    #expect(run.exitCode == 0, "\(run.standardError)")
    #expect(try files("out") == ["classes.png", "weather.png"])
    let sheet = try ImageFile.read(folder.file("out/weather.png"))
    #expect(sheet.height > 10 * 128)
  }

  @Test("what cannot be used is told")
  func badInput() throws {
    let out = folder.file("out")
    let cases: [([String], Int32, String)] = [
      (["--per-class", "3"], 64, "--per-class belongs to --beside; give it too."),
      (["--signs", "stop,flop"], 64, "--signs: "),
      (["--distances", "near"], 64, "--distances has 'near'; give metres from 0.5 to 2000, separated by commas."),
      (["--distances", ","], 64, "--distances names none"),
      (["nowhere.yaml"], 66, "nowhere.yaml"),
      (["--beside", folder.file("nowhere")], 66, "nowhere"),
    ]
    for (options, code, sentence) in cases {
      let run = try RunningCommand(["gallery", "--out", out] + options)
      #expect(run.exitCode == code, "\(options)")
      #expect(run.standardError.contains(sentence), "\(run.standardError)")
    }
    #expect((try? FileManager.default.contentsOfDirectory(atPath: out)) ?? [] == [])
  }
}
