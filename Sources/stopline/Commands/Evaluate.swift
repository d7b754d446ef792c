import Scenarios
import ArgumentParser
import Defenses
import Experiments
import Groundwork
import Imaging
import Records
import Reporting
import Signs

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

      --corruptions reads every photograph again under 19 corruptions at five severities: noise, blur, weather, digital
      processes, with the constants of the robustness literature for 32 x 32 pictures. --reference sets the errors against
      those of another model (mCE). With --out, writes evaluation.json, and with --corruptions corruptions.csv, a chart,
      corruptions.png, and one sign under all of them, corrupted-sign.png.

        stopline evaluate --data GTSRB --corruptions --out out/corruptions
        stopline evaluate --data GTSRB --corruptions --model mine --reference out/corruptions/evaluation.json
      """)

  @OptionGroup var data: DataSetOptions

  @Option(
    help: ArgumentHelp(
      "Measure on so many photographs, chosen by the seed, and no more rendered signs. (default: all)", valueName: "n"))
  var images: Int?

  @Flag(help: "Print the figures as JSON.")
  var json = false

  @Option(help: ArgumentHelp("The folder for the figures and pictures; made if missing.", valueName: "dir"))
  var out: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var corruption: CorruptionOptions
  @OptionGroup var seed: SeedOptions
  @OptionGroup var model: ModelOptions
  @OptionGroup var defences: DefenceOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var arithmetic: ArithmeticOptions
  @OptionGroup var progress: ProgressOptions

  func validate() throws {
    try data.validateGiven()
    if let images, images < 1 { throw ValidationError("--images is \(images); give 1 or more.") }
  }

  func run() throws {
    let reference = try corruption.reference.map(CorruptionRecord.init(readingReference:))
    let folder = try out.map { try output.folder($0, writing: results, reading: inputs) }
    let model = try Subject(
      reading: try self.model.path(), defences: try defences.stack() ?? DefenseStack(), loop: threads.loop,
      arithmetic: arithmetic.choice)
    let chosen = try chosenPhotographs(for: model)
    let photographs = chosen.photographs
    // A name that nothing has is told before the work, not after it.
    let shown = try corruption.shownPhotograph(of: photographs)
    let blocks = corruption.corruptions ? try blocks(of: photographs, for: model) : []
    let record = try evaluated(model, on: chosen, blocks, reference: reference)
    if let folder {
      try folder.write(record, as: "evaluation.json")
      if let corruptions = record.corruptions {
        let sheet = try sheet(of: blocks, model: model, photographs: photographs, shown: shown)
        try write(corruptions, sheet, into: folder)
      }
    }
    if json { return try Terminal.print(try RecordEncoding.document(record)) }
    try Terminal.print(Terminal.style.toned("\(model.reference.path) on \(chosen.which)", .strong) + "\n")
    try tell(record, names: ClassNames(model.classNames))
  }

  /// What is written into the folder.
  private var results: Set<String> {
    corruption.corruptions
      ? ["evaluation.json", "corruptions.csv", "corruptions.png", "corrupted-sign.png"] : ["evaluation.json"]
  }

  /// The files that must not be overwritten.
  private var inputs: [String] { [corruption.reference, data.labels, model.model].compactMap(\.self) }

  private func chosenPhotographs(for model: Subject) throws -> DataSetOptions.Chosen {
    var chosen = try data.load(for: model, loop: threads.loop, progress: progress.style)
    let count = chosen.photographs.count
    guard let images, images < count else { return chosen }
    var stream = RandomStream(seed: seed.seed, name: "evaluated photographs")
    chosen.photographs = chosen.photographs.selecting(stream.permutation(of: count).prefix(images).sorted())
    chosen.which = "\(images) of \(chosen.which)"
    return chosen
  }

  private func evaluated(
    _ model: Subject, on chosen: DataSetOptions.Chosen, _ blocks: [any DegradedPictures],
    reference: CorruptionRecord?
  ) throws -> EvaluationRecord {
    var line = progress.line("Evaluating")
    let photographs = chosen.photographs
    var record = try model.evaluate(
      on: photographs, from: data.folder, leftOut: chosen.leftOut, seed: seed.seed
    ) { line.show($0, of: $1) }
    guard !blocks.isEmpty else { return record }
    if let reference, reference.images != photographs.count || reference.seed != seed.seed {
      Terminal.note(
        "stopline: the reference was measured on \(reference.images) photographs with seed \(reference.seed), this is "
          + "\(photographs.count) with seed \(seed.seed); compare models on the same ones.")
    }
    record.corruptions = try CorruptionBenchmark(model: model, loop: threads.loop, seed: seed.seed)(
      on: blocks, reference: reference
    ) { line.show($0, of: $1) }
    return record
  }

  /// The corrupted photographs, and beside them the renderer's weather where there are faces to render.
  private func blocks(of photographs: GTSRBDataSet, for model: Subject) throws -> [any DegradedPictures] {
    let rendered = try RenderedSigns(
      facesFolder: try AssetFolder.ofThisProcess().signs, signs: model.classes.signs.compactMap(\.self),
      shape: model.picture, limit: images, seed: seed.seed)
    return [CorruptedPhotographs(photographs, seed: seed.seed)] + (rendered.count > 0 ? [rendered] : [])
  }

  /// The shown photograph under every corruption, and a rendered sign of its class in the renderer's weather.
  private func sheet(
    of blocks: [any DegradedPictures], model: Subject, photographs: GTSRBDataSet, shown: Int
  ) throws -> CorruptionSheet {
    let sign = photographs.labels[shown]
    var rows: [CorruptionSheet.Row] = []
    for (number, block) in blocks.enumerated() {
      let same = number == 0 ? shown : (0..<block.count).first { block.sign(at: $0) == sign }
      guard let same else { continue }
      rows += try model.exposures(of: same, in: block).map { exposure in
        CorruptionSheet.Row(
          name: (exposure.degradation.group == .rendered ? "rendered " : "") + exposure.degradation.name,
          pictures: exposure.pictures.map { ReadPicture(image: $0.image, reading: $0.reading) })
      }
    }
    return CorruptionSheet(
      title: "\(sign.name) under corruptions",
      details: "\(photographs.names[shown]) · read by \(model.reference.path) · seed \(seed.seed)"
        + " · below each picture how sure the reading is, or in red what is read instead",
      sign: try model.index(of: sign), rows: rows)
  }

  private func write(_ record: CorruptionRecord, _ sheet: CorruptionSheet, into folder: OutputFolder) throws {
    let maker = "stopline evaluate --corruptions"
    try folder.write(record.table, as: "corruptions.csv")
    try folder.write(CorruptionReport(record).chart, as: "corruptions.png", maker: maker)
    try folder.write(sheet.rendered(), as: "corrupted-sign.png", maker: maker)
  }

  private func tell(_ record: EvaluationRecord, names: ClassNames) throws {
    let report = EvaluationReport(record, names: names)
    let style = Terminal.style
    if let corruptions = record.corruptions {
      let corruptionReport = CorruptionReport(corruptions)
      try Terminal.print(corruptionReport.table.text(style))
      try Terminal.print(report.verdict)
      if let leftOut = report.leftOut { try Terminal.print(leftOut) }
      return try Terminal.print(corruptionReport.verdict)
    }
    try Terminal.print(report.classes.text(style))
    if let confusions = report.confusions() { try Terminal.print(confusions.text(style)) }
    try Terminal.print(report.verdict)
    if let leftOut = report.leftOut { try Terminal.print(leftOut) }
  }
}
