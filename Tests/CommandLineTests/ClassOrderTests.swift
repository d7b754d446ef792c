import Foundation
import Groundwork
import Networks
import Records
import Signs
import TestSupport
import Testing

@Suite("Models with an order of classes of their own")
struct ClassOrderTests {
  private let folder: TemporaryFolder
  /// The same network twice: its classes in the benchmark's order, and sorted as words.
  private let models: [String]

  init() throws {
    folder = try TemporaryFolder()
    models = [folder.file("benchmark.safetensors"), folder.file("words.safetensors")]
    for (names, path) in zip([SignClass.modelNames, ForgedModel.namesAsWords], models) {
      try ModelFile.write(ForgedModel.redIsStop(classNames: names), card: ModelCard(), to: path)
    }
  }

  private func run(_ arguments: [String], model: String) throws -> String {
    let run = try RunningCommand(arguments + ["--model", model])
    #expect(run.exitCode == 0, "\(run.standardError)")
    return run.standardOutput
  }

  /// A JSON document with every class number, and what depends on the file's bytes, left out; a sum over classes depends
  /// on their order in its last digits.
  private func byName(_ text: String) throws -> NSObject {
    func cleaned(_ value: Any) -> Any {
      if let list = value as? [Any] { return list.map(cleaned) }
      if let number = value as? Double { return (number * 1e9).rounded() }
      guard let object = value as? [String: Any] else { return value }
      return object.filter { !["class", "model", "subject", "from", "to", "per_class"].contains($0.key) }
        .mapValues(cleaned)
    }
    return try #require(cleaned(try JSONSerialization.jsonObject(with: Data(text.utf8))) as? NSObject)
  }

  @Test("pictures are read as the same signs")
  func classify() throws {
    let texts = try models.map { try run(["classify", Project.stopFace, "--json"], model: $0) }
    #expect(texts[0].contains(#""name":"stop""#) && texts[0].contains(#""class":14"#))
    #expect(texts[1].contains(#""name":"stop""#) && texts[1].contains(#""class":6"#))
  }

  @Test("an attack begins and ends at the same signs")
  func attack() throws {
    let arguments = ["attack", "fgsm", Project.stopFace, "--target", "yield", "--epsilon", "100/255", "--json"]
    let records = try models.map { try byName(run(arguments, model: $0)) }
    #expect(records[0] == records[1])
    let text = try run(arguments, model: models[1])
    #expect(text.contains(#""name" : "yield""#) && text.contains(#""success" : true"#))
  }

  @Test("the car believes the same sign and stops")
  func drive() throws {
    let path = folder.file("short.yaml")
    try WholeFile.write(Array(Project.shortScenario("sign: {distance: 30 m}").utf8), to: path)
    for model in models {
      let text = try run(["drive", path, "--json"], model: model)
      let record = try RecordEncoding.decode(DriveRecord.self, from: Array(text.utf8))
      #expect(record.clean.outcome == "stopped")
    }
  }

  @Test("labels of a data set mean the same signs")
  func evaluate() throws {
    let data = folder.file("data")
    let made = try RunningCommand("render", "--classes", "stop,yield", "--per-class", "20", "--out", data)
    #expect(made.exitCode == 0)
    let texts = try models.map { try run(["evaluate", "--data", data, "--all", "--json"], model: $0) }
    #expect(try byName(texts[0]) == byName(texts[1]))
    let record = try RecordEncoding.decode(EvaluationRecord.self, from: Array(texts[1].utf8))
    #expect(record.images == 40 && record.accuracy > 0.3)
    #expect(record.perClass.filter { $0.images > 0 }.map(\.name).sorted() == ["stop", "yield"])
    let swept = try models.map {
      try run(
        [
          "tune", "--data", data, "--all", "--attack", "fgsm(epsilon=100/255)", "--images", "4", "--approaches", "1",
          "--json",
        ], model: $0)
    }
    #expect(try byName(swept[0]) == byName(swept[1]))
  }

  @Test("a sign that a model does not know is refused, with what it knows")
  func unknown() throws {
    let few = folder.file("few.safetensors")
    try ModelFile.write(ForgedModel.redIsStop(classNames: ["stop", "no-entry"]), card: ModelCard(), to: few)
    let run = try RunningCommand("attack", "fgsm", Project.stopFace, "--target", "yield", "--model", few)
    #expect(run.exitCode == 65)
    #expect(
      run.standardError
        == "stopline: \(few): none of its 2 classes is yield, it knows stop, no-entry; choose one of these, or another "
        + "model.\n")
  }
}
