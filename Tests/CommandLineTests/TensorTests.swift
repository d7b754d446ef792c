import Foundation
import Groundwork
import Records
import TestSupport
import Testing

@testable import Networks

@Suite("stopline classify: figures for other programs")
struct TensorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let otherFace = Project.root + "/Assets/Signs/13-yield.png"

  @Test("scores and gradients in a file are those of the JSON and of differences of scores")
  func tensors() throws {
    let path = folder.file("read.safetensors")
    let run = try RunningCommand(
      "classify", "--json", "--logits", Project.stopFace, Self.otherFace, "--tensors", path, "--gradient", "stop",
      "--loss-gradient", "yield")
    #expect(run.exitCode == 0, "\(run.standardError)")
    let records = try run.standardOutput.split(separator: "\n").map {
      try RecordEncoding.decode(ClassificationRecord.self, from: Array($0.utf8))
    }
    let file = try SafeTensors(decoding: try WholeFile.read(path))
    #expect(file.tensors.map(\.name) == ["images", "logits", "gradient", "loss_gradient"])
    #expect(file.tensors.map(\.tensor.shape) == [[2, 3, 32, 32], [2, 43], [2, 3, 32, 32], [2, 3, 32, 32]])
    #expect(file.metadata["gradient"] == "stop" && file.metadata["loss_gradient"] == "yield")
    #expect(file.metadata["files"] == Project.stopFace + "\n" + Self.otherFace)
    let (images, logits) = (file.tensors[0].tensor, file.tensors[1].tensor)
    #expect(records.compactMap(\.logits).flatMap(\.self) == logits.elements)
    #expect(images.elements.allSatisfy { $0 == ($0 * 255).rounded() / 255 })

    // One small step along each gradient changes score 14, and the loss towards 13, by about its squared length; only
    // about, since in a drawing's plain areas maxima tie, and a tie has two slopes.
    let reader = NetworkReader(try ModelFile.read(Project.model).network, loop: ConcurrentLoop(threads: 1))
    for (tensor, value) in [
      (file.tensors[2].tensor, { (scores: ArraySlice<Float>) in Double(scores[scores.startIndex + 14]) }),
      (file.tensors[3].tensor, { -log(Softmax.probabilities(of: $0)[13]) }),
    ] {
      let square = tensor[item: 0].reduce(0) { $0 + Double($1) * Double($1) }
      let step = Float(0.002 / square.squareRoot())
      let shifted = [step, -step].map { step in zip(images[item: 0], tensor[item: 0]).map { $0 + step * $1 } }
      let scores = try reader.logits(on: Tensor(shape: [2, 3, 32, 32], elements: shifted.flatMap(\.self)))
      let slope = (value(scores[item: 0]) - value(scores[item: 1])) / Double(2 * step)
      #expect(abs(slope - square) < 0.15 * square)
    }
  }

  @Test("without being asked for, scores stay out of the JSON")
  func noScores() throws {
    #expect(try !RunningCommand("classify", "--json", Project.stopFace).standardOutput.contains("logits"))
  }

  @Test(
    "what does not go together is told",
    arguments: [
      (["--logits"], "--logits goes into the JSON; give --json too."),
      (["--gradient", "stop"], "Gradients go into a file; name it with --tensors FILE."),
      (["--tensors", "x.safetensors", "--gradient", "stopp"], "There is no sign class \"stopp\""),
    ])
  func wrongUsage(_ options: [String], _ sentence: String) throws {
    let run = try RunningCommand(["classify", Project.stopFace] + options)
    #expect(run.exitCode == 64)
    #expect(run.standardError.contains(sentence), "\(run.standardError)")
    #expect(run.standardOutput.isEmpty)
  }

  @Test("a file that cannot be made is told")
  func folderInTheWay() throws {
    let run = try RunningCommand("classify", Project.stopFace, "--tensors", folder.path)
    #expect(run.exitCode == 73)
    #expect(run.standardError.hasPrefix("stopline: \(folder.path)"))
  }
}
