import ArgumentParser
import Experiments
import Groundwork
import Imaging
import Records
import Reporting

/// `stopline classify`: what the network reads in pictures.
struct Classify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read signs in pictures.",
    discussion: """
      A picture is a PNG or PPM file of a sign with about 10 % of margin around it, as the GTSRB photographs are; another
      size than 32 x 32 is resampled. Transparent pixels are shown on white.

        stopline classify sign.png
        stopline classify --json *.png | jq .name
      """)

  @Argument(help: ArgumentHelp("Pictures to read.", valueName: "file"), completion: .file(extensions: ["png", "ppm"]))
  var files: [String]

  @Flag(help: "Print one JSON object a line: file, class, name, confidence, top five.")
  var json = false

  @Option(help: ArgumentHelp("Readings less sure than this count as none, 0 to 1.", valueName: "share"))
  var threshold = 0.0

  @OptionGroup var model: ModelOptions
  @OptionGroup var threads: ThreadOptions

  func validate() throws {
    guard (0...1).contains(threshold) else {
      throw ValidationError("--threshold is \(threshold); give a share from 0 to 1.")
    }
  }

  func run() throws {
    let model = try ModelUnderTest(reading: try self.model.path(), loop: threads.loop)
    for file in files {
      let record = try model.classify(try ImageFile.read(file), file: file, rejectionThreshold: threshold)
      if json {
        try Terminal.print(try RecordEncoding.line(record))
      } else {
        let name = record.name ?? "rejected"
        let others = record.top.dropFirst(record.name == nil ? 0 : 1).prefix(2)
          .map { "\($0.name ?? "-") \(Figure.percent($0.confidence))" }
        try Terminal.print(
          "\(file): \(name), \(Figure.percent(record.confidence)) sure (then \(others.joined(separator: ", ")))")
      }
    }
  }
}
