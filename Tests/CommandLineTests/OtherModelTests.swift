import Foundation
import Groundwork
import Imaging
import Networks
import Records
import TestSupport
import Testing

@Suite("Models of other classes and another size than the shipped ones")
struct OtherModelTests {
  private let folder: TemporaryFolder
  /// Ten classes, 48 x 48.
  private let model: String

  init() throws {
    folder = try TemporaryFolder()
    model = folder.file("ten.safetensors")
    let names = [
      "no-entry", "stop", "priority-road", "roundabout", "yield", "ahead-only", "road-work", "speed-limit-30",
      "no-passing", "a hydrant",
    ]
    try ModelFile.write(ForgedModel.redIsStop(classNames: names, side: 48), card: ModelCard(), to: model)
  }

  private func run(_ arguments: [String]) throws -> [UInt8] {
    let run = try RunningCommand(arguments)
    #expect(run.exitCode == 0, "\(run.standardError)")
    return Array(run.standardOutput.utf8)
  }

  @Test("it drives, behind the defences that are named")
  func drive() throws {
    let path = folder.file("short.yaml")
    try WholeFile.write(Array(Project.shortScenario("sign: {distance: 30 m}").utf8), to: path)
    func outcome(_ defences: String...) throws -> String {
      let text = try run(["drive", path, "--model", model, "--json"] + defences.flatMap { ["--defence", $0] })
      return try RecordEncoding.decode(DriveRecord.self, from: text).clean.outcome
    }
    #expect(try outcome() == "stopped")
    #expect(try outcome("none") == "stopped")
    // Nothing is ever so sure.
    #expect(try outcome("rejection(threshold=1)", "rejection(threshold=0.1)") != "stopped")
    try WholeFile.write(
      Array(Project.shortScenario("sign: {distance: 30 m}\ndefences: [rejection(threshold=1)]").utf8), to: path)
    #expect(try outcome() != "stopped")
    #expect(try outcome("none") == "stopped")
  }

  @Test("it is attacked in its own size")
  func attack() throws {
    let out = folder.file("out")
    _ = try run([
      "attack", "fgsm", Project.stopFace, "--target", "yield", "--epsilon", "100/255", "--model", model, "--out", out,
    ])
    let crafted = try ImageFile.read(out + "/14-stop.crafted.png")
    #expect(crafted.shape == PictureShape(side: 48))
    let text = String(
      decoding: try run(["classify", out + "/14-stop.crafted.png", "--json", "--model", model]), as: UTF8.self)
    #expect(text.contains(#""class":4"#) && text.contains(#""name":"yield""#))
  }

  @Test("it is measured on the photographs of its own signs, and the others are counted")
  func evaluate() throws {
    let data = folder.file("data")
    _ = try run(["render", "--classes", "stop,yield,keep-right", "--per-class", "12", "--out", data])
    let text = try run(["evaluate", "--data", data, "--all", "--json", "--model", model, "--defence", "rejection"])
    let record = try RecordEncoding.decode(EvaluationRecord.self, from: text)
    #expect(record.images == 24 && record.leftOut == LeftOut(images: 12, names: ["keep-right"]))
    #expect(record.data.path == data && record.data.images == 24 && record.data.sha256.count == 64)
    #expect(record.subject.defences == [MethodRecord(name: "rejection", settings: ["threshold": .number(0.5)])])
    #expect(record.watched.map { [$0.from, $0.to] } == [[1, 4], [4, 1]])
    #expect(record.perClass.count == 10 && record.perClass[1].images == 12)
    let words = try RunningCommand("evaluate", "--data", data, "--all", "--model", model)
    #expect(
      words.standardOutput.contains("Left out: 12 images of signs that the model does not tell apart, keep-right."))
    let none = try RunningCommand(
      "evaluate", "--data", try onlyKeepRight(), "--all", "--model", model)
    #expect(none.exitCode == 65 && none.standardError.contains("tells none of the signs apart"))
  }

  private func onlyKeepRight() throws -> String {
    let data = folder.file("keep-right")
    _ = try run(["render", "--classes", "keep-right", "--per-class", "2", "--out", data])
    return data
  }

  @Test("one of its kind is trained on drawn pictures of its size and classes")
  func train() throws {
    let trained = folder.file("trained.safetensors")
    _ = try run([
      "train", "--data", "rendered", "--classes", "yield,stop", "--side", "48", "--architecture", "tiny", "--epochs",
      "1",
      "--pictures", "64", "--batch", "32", "--out", trained,
    ])
    let read = try ModelFile.read(trained)
    #expect(read.network.classNames == ["yield", "stop"])
    #expect(read.network.inputShape == [3, 48, 48])
    let command = try #require(read.card.command)
    #expect(command.contains("--classes yield,stop --side 48") && command.contains(" --algorithm automatic"))
    #expect(!command.contains("--kernel automatic") && command.contains(" --kernel "))
    _ = try run(["classify", Project.stopFace, "--model", trained])
  }

  @Test("a model that reads no pictures of colour, or tells nothing apart, is refused")
  func unsuitable() throws {
    let path = folder.file("one.safetensors")
    try ModelFile.write(ForgedModel.redIsStop(classNames: ["stop"]), card: ModelCard(), to: path)
    let run = try RunningCommand("classify", Project.stopFace, "--model", path)
    #expect(run.exitCode == 65)
    #expect(run.standardError.hasPrefix("stopline: \(path): the model reads 3 x 32 x 32 inputs in 1 classes;"))
  }
}
