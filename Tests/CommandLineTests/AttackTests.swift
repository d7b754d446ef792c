import Foundation
import Groundwork
import Records
import TestSupport
import Testing

@Suite("stopline attack and attacks")
struct AttackTests {
  private let folder: TemporaryFolder
  private static let yieldFace = Project.root + "/Assets/Signs/13-yield.png"

  init() throws { folder = try TemporaryFolder() }

  private func attack(_ arguments: String...) throws -> (run: RunningCommand, record: AttackRecord) {
    let run = try RunningCommand(["attack"] + arguments + ["--json"])
    return (run, try RecordEncoding.decode(AttackRecord.self, from: Array(run.standardOutput.utf8)))
  }

  @Test("a record names its subject, settings and limits, and its control has its norm")
  func record() throws {
    let (run, record) = try attack("fgsm", Project.stopFace, "--target", "yield", "--epsilon", "3 %")
    #expect(run.exitCode == 0 && run.standardError.isEmpty)
    #expect(record.schema == "stopline.attack/2" && record.version == ProgramVersion.current)
    #expect(record.arithmetic.kernel != "automatic" && record.subject.model.sha256.count == 64)
    #expect(record.attack.title == "FGSM" && record.attack.call == "fgsm(epsilon=3 %)")
    #expect(record.attack.settings == ["epsilon": .number(0.03)])
    #expect(
      record.attack.limits == [
        "linf": .number(7.0 / 255), "steps": .integer(1), "queries": .integer(1), "gradients": .integer(1),
      ])
    #expect(record.control.norm == "linf" && record.control.readings.count == 1)
    #expect(record.images[0].norms.linf == 7.0 / 255)
    #expect(record.data.images == 1)
  }

  @Test("pictures that are misread before are neither turned nor tried, and a gate without a try is open")
  func misread() throws {
    let (run, record) = try attack(
      "noise", Self.yieldFace, "--target", "yield", "--fail-on", "flip", "--out", folder.file("out"))
    #expect(run.exitCode == 1)
    #expect(run.standardError.contains("--fail-on: noise: No picture was read rightly before"))
    #expect(record.images.map(\.status) == [.misread])
    #expect(record.summary.attempted == 0 && record.summary.rate == nil && record.summary.interval95 == nil)
    let (mixed, both) = try attack("noise", Self.yieldFace, Project.stopFace, "--fail-on", "flip")
    #expect(mixed.exitCode == 0, "\(mixed.standardError)")
    #expect(both.summary.images == 2 && both.summary.attempted == 1)
  }

  @Test("every setting of the saliency map is an option", arguments: ["1", "2"])
  func options(threads: String) throws {
    let (run, record) = try attack(
      "jsma", Project.stopFace, "--features", "5 %", "--theta", "0.5", "--direction", "either", "--scores", "logits",
      "--feature", "pixel", "--selection", "singles", "--weighting", "reach", "--finish", "pruned", "--threads", threads
    )
    #expect(run.exitCode == 0, "\(run.standardError)")
    #expect(
      record.attack.call == "jsma(features=5 %, theta=0.5, direction=either, scores=logits, feature=pixel, "
        + "selection=singles, weighting=reach, finish=pruned)")
    #expect(record.control.norm == "l0_pixels")
  }

  @Test("the text names the control's norm and the settings")
  func text() throws {
    let run = try RunningCommand("attack", "trial-and-error", Project.stopFace, "--queries", "30")
    #expect(run.exitCode == 0, "\(run.standardError)")
    #expect(run.standardOutput.contains("Trial and error: away from stop  (trial-and-error(queries=30) · "))
    #expect(run.standardOutput.contains("Control, random noise of the same number of changed values: "))
  }

  @Test("a method's help has its own settings and no other's")
  func help() throws {
    let help = try RunningCommand("attack", "pgd", "--help").standardOutput
    for part in ["--epsilon", "--step-size", "--steps", "--start", "(default: 8/255)", "1 to 100000", "--target"] {
      #expect(help.contains(part), "\(part)")
    }
    #expect(!help.contains("--theta") && !help.contains("--queries"))
  }

  @Test("the catalogue is listed with all that a program needs to know")
  func catalogue() throws {
    struct Entry: Decodable {
      struct Setting: Decodable {
        var name: String
        var form: String
        var `default`: String
        var meaning: String
      }

      var name: String
      var title: String
      var knowledge: String
      var norm: String
      var settings: [Setting]
    }
    let run = try RunningCommand("attacks", "--json")
    let entries = try JSONDecoder().decode([Entry].self, from: Data(run.standardOutput.utf8))
    let pgd = try #require(entries.first { $0.name == "pgd" })
    #expect(pgd.title == "PGD" && pgd.knowledge == "gradients" && pgd.norm == "linf")
    #expect(pgd.settings.map(\.name) == ["epsilon", "step_size", "steps", "start"])
    #expect(pgd.settings.map(\.default) == ["8/255", "2/255", "40", "random"])
    let text = try RunningCommand("attacks").standardOutput
    for entry in entries { #expect(text.contains("\(entry.name): \(entry.title)")) }
    let page = try RunningCommand("attacks", "--markdown").standardOutput
    let file = try String(contentsOfFile: Project.root + "/Sources/Attacks/Attacks.docc/Attacks.md", encoding: .utf8)
    #expect(page == file)
  }

  @Test("attacks are timed with settings of their own, an object a line or a table")
  func bench() throws {
    try WholeFile.makeFolder(folder.file("signs"))
    try WholeFile.write(try WholeFile.read(Project.stopFace), to: folder.file("signs/a.png"))
    let arguments = [
      "bench", "attacks", "--images", folder.file("signs"), "--seconds", "0", "--attack", "pgd(steps=2),noise",
      "--attack", "fgsm",
    ]
    let run = try RunningCommand(arguments + ["--json"])
    #expect(run.exitCode == 0, "\(run.standardError)")
    let lines = run.standardOutput.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].contains(#""call":"pgd(epsilon=8/255, step_size=2/255, steps=2, start=random)""#))
    let table = try RunningCommand(arguments).standardOutput
    #expect(table.contains("fgsm(epsilon=8/255)") && table.contains("ms an image"))
  }
}
