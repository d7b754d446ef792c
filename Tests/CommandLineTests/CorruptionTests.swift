import Foundation
import Groundwork
import Imaging
import Records
import TestSupport
import Testing

@Suite("stopline evaluate --corruptions")
struct CorruptionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Two stop and two yield signs in the benchmark's layout.
  private func dataSet() throws -> String {
    for (number, face) in [("00013", "13-yield"), ("00014", "14-stop")] {
      try WholeFile.makeFolder(folder.file("set/\(number)"))
      for track in 0..<2 {
        let image = try ImageFile.read(
          "\(Project.root)/Assets/Signs/\(face).png", background: Color(gray: 0.3 + 0.1 * Float(track))
        ).resampled(width: 32, height: 32)
        let bytes = Array("P6\n32 32\n255\n".utf8) + image.levels
        try WholeFile.write(bytes, to: folder.file("set/\(number)/0000\(track)_00000.ppm"))
      }
    }
    return folder.file("set")
  }

  private func evaluation(_ bytes: [UInt8]) throws -> CorruptionRecord {
    try #require(try RecordEncoding.decode(EvaluationRecord.self, from: bytes).corruptions)
  }

  @Test("writes figures, table, chart and sheet, the same bytes with any number of threads")
  func files() throws {
    let set = try dataSet()
    let runs = try ["1", "2"].map { threads in
      let run = try RunningCommand(
        "evaluate", "--data", set, "--all", "--images", "4", "--corruptions", "--threads", threads, "--out",
        folder.file("out-" + threads),
        "--json")
      #expect(run.exitCode == 0, "\(run.standardError)")
      return run.standardOutput
    }
    #expect(runs[0] == runs[1])
    let names = ["corrupted-sign.png", "corruptions.csv", "corruptions.png", "evaluation.json"]
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("out-1")).sorted() == names)
    for name in names {
      #expect(try WholeFile.read(folder.file("out-1/" + name)) == WholeFile.read(folder.file("out-2/" + name)))
    }
    let record = try evaluation(Array(runs[0].utf8))
    #expect(record.images == 4)
    #expect(record.rows.count { $0.group == .main } == 15)
    #expect(record.rows.count { $0.group == .extra } == 4)
    #expect(record.rows.allSatisfy { $0.errors.count == 5 })
    let lines = try String(contentsOfFile: folder.file("out-1/corruptions.csv"), encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 1 + 6 * record.rows.count)

    let again = try RunningCommand(
      "evaluate", "--data", set, "--all", "--images", "4", "--corruptions", "--reference",
      folder.file("out-1/evaluation.json"), "--out",
      folder.file("out-3"))
    #expect(again.standardOutput.contains("gaussian-noise") && again.standardOutput.contains("Relative to"))
    let relative = try evaluation(try WholeFile.read(folder.file("out-3/evaluation.json")))
    #expect(relative.relative?.model == record.model)
    #expect(relative.rows.allSatisfy { $0.corruptionError == nil || $0.corruptionError == 1 })
  }

  @Test("--images measures on so many, the same for the same seed")
  func images() throws {
    let set = try dataSet()
    let runs = try ["3", "3", "4"].map { seed in
      try RunningCommand("evaluate", "--data", set, "--images", "1", "--seed", seed, "--json").standardOutput
    }
    #expect(runs[0] == runs[1])
    #expect(try RecordEncoding.decode(EvaluationRecord.self, from: Array(runs[2].utf8)).images == 1)
  }

  @Test("what cannot be used is told")
  func badInput() throws {
    let set = try dataSet()
    let json = folder.file("other.json")
    try WholeFile.write(Array(#"{"images": 3}"#.utf8), to: json)
    let cases: [([String], Int32, String)] = [
      (["--corruptions", "--reference", json], 65, "\(json): holds no figures under corruptions"),
      (["--corruptions", "--reference", "nowhere.json"], 66, "nowhere.json: there is no such file"),
      (["--reference", json], 64, "--reference and --shown belong to --corruptions; give it too."),
      (["--images", "0"], 64, "--images is 0; give 1 or more."),
      (
        ["--corruptions", "--images", "1", "--out", folder.file("out"), "--shown", "x.ppm"], 64,
        "no photograph that is measured is called 'x.ppm'"
      ),
    ]
    for (options, code, sentence) in cases {
      let run = try RunningCommand(["evaluate", "--data", set] + options)
      #expect(run.exitCode == code, "\(options)")
      #expect(run.standardError.contains(sentence), "\(run.standardError)")
    }
  }
}
