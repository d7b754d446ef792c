import ArgumentParser
import Defenses
import Experiments
import Groundwork
import Imaging
import Networks
import Records
import Reporting
import Signs

/// `stopline classify`: what the network reads in pictures.
struct Classify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read signs in pictures.",
    discussion: """
      A picture is a PNG or PPM file of a sign with about 10 % of margin around it, as the GTSRB photographs are; one of
      another size than the network's is resampled. Transparent pixels are shown on white.

        stopline classify sign.png
        stopline classify --json *.png | jq .name

      To check the network against another program's, --tensors writes what went in and what came out as float32:
      images (N, 3, H, W), logits (N, classes), and with --gradient or --loss-gradient the derivatives by the images.

        stopline classify *.png --tensors read.safetensors --gradient stop
      """)

  @Argument(help: ArgumentHelp("Pictures to read.", valueName: "file"), completion: .file(extensions: ["png", "ppm"]))
  var files: [String]

  @Flag(help: "Print one JSON object a line: file, class, name, confidence, top five.")
  var json = false

  @Flag(help: "With --json: add the scores before softmax, one a class.")
  var logits = false

  @Option(help: ArgumentHelp("Write pictures, scores and gradients to a safetensors file.", valueName: "file"))
  var tensors: String?

  @Option(help: ArgumentHelp("With --tensors: the gradient of this class's score by the picture.", valueName: "class"))
  var gradient: String?

  @Option(
    help: ArgumentHelp(
      "With --tensors: the gradient of the cross-entropy towards this class by the picture.", valueName: "class"))
  var lossGradient: String?

  @Option(help: ArgumentHelp("Short for --defence 'rejection(threshold=share)', 0 to 1.", valueName: "share"))
  var threshold: Double?

  @OptionGroup var model: ModelOptions
  @OptionGroup var defences: DefenceOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var arithmetic: ArithmeticOptions

  func validate() throws {
    if let threshold {
      guard (0...1).contains(threshold) else {
        throw ValidationError("--threshold is \(threshold); give a share from 0 to 1.")
      }
      guard defences.texts.isEmpty else {
        throw ValidationError("--threshold is short for a --defence, which is given too; give one of them.")
      }
    }
    guard json || !logits else { throw ValidationError("--logits goes into the JSON; give --json too.") }
    guard tensors != nil || (gradient == nil && lossGradient == nil) else {
      throw ValidationError("Gradients go into a file; name it with --tensors FILE.")
    }
  }

  func run() throws {
    let gradients = ComputedTensors.Gradients(
      ofLogit: try gradient.map(SignClass.init(named:)), ofLoss: try lossGradient.map(SignClass.init(named:)))
    let modelFile = try self.model.path()
    if let tensors { try OutputFolder.protect(files + [modelFile], from: tensors) }
    let model = try Subject(
      reading: modelFile, defences: try stack(), loop: threads.loop, arithmetic: exactArithmetic)
    var computed = tensors.map { _ in ComputedTensors(model: model, gradients: gradients) }
    for file in files {
      let image = try ImageFile.read(file)
      try computed?.append(image, file: file)
      try tell(
        try model.classify(image, file: file, includingLogits: logits))
    }
    if let computed, let tensors { try computed.write(to: tensors) }
  }

  private func stack() throws -> DefenseStack {
    if let threshold { return DefenseStack([Rejection(threshold: threshold)]) }
    return try defences.stack() ?? DefenseStack()
  }

  /// What is compared with another program's figures is computed directly unless the user names an algorithm: the faster
  /// ones round more, and a max pool between equals then picks another.
  private var exactArithmetic: Arithmetic {
    var choice = arithmetic.choice
    if tensors != nil, choice.algorithm == .automatic { choice.algorithm = .direct }
    return choice
  }

  private func tell(_ record: ClassificationRecord) throws {
    if json { return try Terminal.print(try RecordEncoding.line(record)) }
    let name = record.name ?? "rejected"
    let others = record.top.dropFirst(record.name == nil ? 0 : 1).prefix(2)
      .map { "\($0.name ?? "-") \(Figure.percent($0.confidence))" }
    try Terminal.print(
      "\(record.file): \(name), \(Figure.percent(record.confidence)) sure (then \(others.joined(separator: ", ")))")
  }
}
