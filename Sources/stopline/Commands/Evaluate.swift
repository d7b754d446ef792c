import ArgumentParser
import Experiments
import Records
import Reporting

/// `stopline evaluate`: a model's figures on photographs.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure a model on photographs.",
    discussion: """
      Accuracy, per-class precision, sensitivity and specificity, and the worst confusions; stop read as yield and yield
      read as stop are counted apart. With --data, the tracks that the model's training held out are measured; --all takes
      every photograph.

        stopline evaluate --data GTSRB
        stopline evaluate --test GTSRB/Final_Test/Images --labels GT-final_test.csv --json
      """)

  @OptionGroup var data: DataSetOptions

  @Flag(help: "Print the figures as JSON.")
  var json = false

  @OptionGroup var model: ModelOptions
  @OptionGroup var threads: ThreadOptions

  func run() throws {
    let model = try ModelUnderTest(reading: try self.model.path(), loop: threads.loop)
    let (photographs, which) = try data.load(for: model, loop: threads.loop)
    var progress = ProgressLine("Evaluating")
    let record = try model.evaluate(on: photographs) { progress.show($0, of: $1) }
    if json {
      try Terminal.print(try RecordEncoding.document(record))
    } else {
      let report = EvaluationReport(record, names: ClassNames(model.classNames))
      let style = Terminal.style
      try Terminal.print(style.toned("\(model.reference.path) on \(which)", .strong) + "\n")
      try Terminal.print(report.classes.text(style))
      if let confusions = report.confusions() { try Terminal.print(confusions.text(style)) }
      try Terminal.print(report.verdict)
    }
  }
}
