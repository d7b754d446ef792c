import Groundwork
import Testing

@testable import Scenarios

@Suite("Scenario files that extend others")
struct ScenarioChainTests {
  @Test("own keys win, over any number of files")
  func ownKeysWin() throws {
    let files = try ScenarioFolder([
      "a.yaml": "extends: b.yaml\nvehicle: {speed: 70 km/h}",
      "b.yaml": "extends: c.yaml\nseed: 5\nvehicle: {speed: 60 km/h, latency: 1 s}",
      "c.yaml": "seed: 3\ncamera: {rate: 10 fps}",
    ])
    let read = try files.read("a.yaml").resolved
    #expect(read["vehicle"]?["speed"] == "70 km/h")
    #expect(read["vehicle"]?["latency"] == "1 s")
    #expect(read["scenario"]?["seed"] == "5")
    #expect(read["camera"]?["rate"] == "10 fps")
  }

  @Test("a file that only extends another is that other under its own name")
  func personal() throws {
    let files = try ScenarioFolder([
      "b.yaml": "extends: a.yaml", "a.yaml": "name: first\ndescription: of a\nseed: 9",
    ])
    let read = try files.read("b.yaml")
    #expect(read.name == "b")
    #expect(read.description.isEmpty)
    #expect(read.seed == 9)
  }

  @Test("paths start at the folder of the file that they stand in")
  func paths() throws {
    let files = try ScenarioFolder([
      "a/own.yaml": "extends: ../base/base.yaml", "base/base.yaml": "sign: {picture: mine.png}",
    ])
    let picture = try #require(try files.read("a/own.yaml").sign.picture)
    #expect(picture == files.folder.file("a/../base/mine.png"))
    #expect(try files.read("a/own.yaml", "sign.picture=here.png").sign.picture == "here.png")
    #expect(try files.read("a/own.yaml", "sign.picture=none").sign.picture == nil)
  }

  @Test("another method drops the settings of the inherited one; the same method keeps them")
  func methods() throws {
    let files = try ScenarioFolder([
      "base.yaml": "attack: {method: jsma, goal: away, theta: 0.5}",
      "pgd.yaml": "extends: base.yaml\nattack: {method: pgd, steps: 3}",
      "same.yaml": "extends: base.yaml\nattack: {method: jsma, features: 3 %}",
      "none.yaml": "extends: base.yaml\nattack: {method: none}",
    ])
    let pgd = try files.read("pgd.yaml").resolved["attack"]
    #expect(pgd?["method"] == "pgd" && pgd?["steps"] == "3" && pgd?["goal"] == "away")
    #expect(try files.read("same.yaml").resolved["attack"]?["theta"] == "0.5")
    #expect(try files.read("none.yaml").resolved["attack"]?["method"] == "none")
    #expect(try files.read("base.yaml", "attack.method=fgsm").resolved["attack"]?["method"] == "fgsm")
  }

  @Test("defences that are written out take the place of an inherited threshold")
  func defences() throws {
    let files = try ScenarioFolder([
      "base.yaml": "perception: {rejection_threshold: 0.9}", "none.yaml": "extends: base.yaml\ndefences: none",
    ])
    #expect(try files.read("none.yaml").resolved["scenario"]?["defences"] == "none")
    #expect(try files.read("base.yaml", "defences=none").resolved["scenario"]?["defences"] == "none")
    let short = try ScenarioFolder([
      "base.yaml": "defences: none", "own.yaml": "extends: base.yaml\nperception: {rejection_threshold: 0.9}",
      "both.yaml": "perception: {rejection_threshold: 0.9}\ndefences: none",
    ])
    #expect(try short.read("own.yaml").defences.description == "rejection(threshold=0.9)")
    #expect(throws: ScenarioError.self) { try short.read("both.yaml") }
  }

  @Test("the digest is of all files, the farthest first")
  func digest() throws {
    let files = try ScenarioFolder(["a.yaml": "extends: b.yaml\n", "b.yaml": "seed: 5\n"])
    #expect(try files.read("a.yaml").digest == SHA256.hexDigest(of: Array("seed: 5\nextends: b.yaml\n".utf8)))
  }

  @Test("faults name the file and the line")
  func faults() throws {
    var files = [
      "circle.yaml": "seed: 1\nextends: two.yaml", "two.yaml": "extends: ./circle.yaml",
      "self.yaml": "extends: self.yaml", "missing.yaml": "\nextends: nowhere.yaml",
      "bad.yaml": "extends: base.yaml", "base.yaml": "vehicle:\n  speed: 50",
      "list.yaml": "extends: [a, b]",
    ]
    for index in 0..<9 { files["long\(index).yaml"] = "extends: long\(index + 1).yaml" }
    files["long9.yaml"] = "seed: 1"
    let folder = try ScenarioFolder(files)
    func sentence(_ name: String) -> String? {
      refusal { _ = try folder.read(name) }?.replacing(folder.folder.file(""), with: "")
    }
    #expect(
      sentence("circle.yaml") == "two.yaml:1: extends './circle.yaml', which leads back to itself; break the circle.")
    #expect(sentence("self.yaml") == "self.yaml:1: extends 'self.yaml', which leads back to itself; break the circle.")
    #expect(
      sentence("missing.yaml") == "missing.yaml:2: extends nowhere.yaml: there is no such file; check the name.")
    #expect(
      sentence("bad.yaml") == "base.yaml:2: vehicle.speed is '50' without a unit; write a speed such as '50 km/h'.")
    #expect(sentence("list.yaml") == "list.yaml:1: extends is a list; give it one value.")
    #expect(
      sentence("long0.yaml")
        == "long7.yaml:1: extends 'long8.yaml' in a chain of more than 8 files; write it with fewer.")
    #expect(throws: Never.self) { try folder.read("long2.yaml") }
  }
}
