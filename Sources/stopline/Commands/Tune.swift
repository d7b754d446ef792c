import ArgumentParser
import Attacks
import Driving
import Experiments
import Groundwork
import Records
import Reporting
import Scenarios
import Settings
import Signs

/// `stopline tune`: the rejection threshold that keeps the limits, what it buys, and how readings should become beliefs.
struct Tune: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Choose the rejection threshold, and how many readings must agree.",
    discussion: """
      Reads clean pictures, crafts pictures of --sign against an attacker's best threshold, and sweeps the threshold below
      which a reading counts as none. The attacker knows the threshold and goes on until a reading passes it, as in a drive.
      Chosen is the highest threshold that rejects no more than --max-false-reject of what is read rightly; with
      --max-passed, the lowest that also lets no more than that share of the strongest attack's pictures pass.

      Then the readings along rendered approaches, and along the tracks of --data, are replayed with every --confirm and
      --memory: how often the sign is missed or invented, and how far away it is believed.

      Without --data, rendered signs are used: nothing has to be fetched. With --out, writes tune.json, tune.csv and
      tune.png.

        stopline tune --attack jsma --out out/tune
        stopline tune --data GTSRB --attack 'pgd(epsilon=4/255)' --attack fgsm --max-false-reject 1% --max-passed 20%
      """)

  @OptionGroup var data: DataSetOptions

  @Option(
    help: ArgumentHelp("Without --data: how many rendered pictures of each class are read.", valueName: "n"))
  var perClass = 40

  @Option(help: ArgumentHelp("\(AttackList.form).", valueName: "attack"))
  var attack = ["jsma"]

  @Option(help: ArgumentHelp("The sign that must not be missed.", valueName: "class"))
  var sign = "stop"

  @Option(
    help: ArgumentHelp(
      "What its pictures are to be read as: a class, or away for any other. (default: yield; away from yield itself)",
      valueName: "class"))
  var target: String?

  @Option(
    help: ArgumentHelp("The share of what is read rightly that may be rejected, such as 1%.", valueName: "share"))
  var maxFalseReject: Share = Share(value: 0.01)

  @Option(
    help: ArgumentHelp(
      "The share of the strongest attack's pictures that may pass; no limit without.", valueName: "share"))
  var maxPassed: Share?

  @Option(help: ArgumentHelp("How many pictures of the sign each attack gets.", valueName: "n"))
  var images = 64

  @Option(help: ArgumentHelp("How many of the last readings must agree; again for more ways.", valueName: "k of n"))
  var confirm = ["1 of 1", "2 of 3", "3 of 5", "4 of 6"]

  @Option(
    help: ArgumentHelp("How long a belief lasts: 2 s, 40 frames, spatial; again for more ways.", valueName: "time"))
  var memory = [SignMemory.duration(2).text]

  @Option(
    help: ArgumentHelp("How many rendered approaches to the sign, and to other signs, are driven.", valueName: "n"))
  var approaches = 20

  @Option(
    help: ArgumentHelp("A scenario whose car and camera drive the approaches.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String?

  @Option(help: ArgumentHelp("The folder for the sweep and its chart; made if missing.", valueName: "dir"))
  var out: String?

  @Flag(help: "Print the record as JSON.")
  var json = false

  @OptionGroup var defences: DefenceOptions
  @OptionGroup var seed: SeedOptions
  @OptionGroup var model: ModelOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var arithmetic: ArithmeticOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var progress: ProgressOptions

  func validate() throws {
    guard (1...1_000_000).contains(images) else { throw ValidationError("--images is \(images); give 1 to 1000000.") }
    guard (1...10_000).contains(perClass) else { throw ValidationError("--per-class is \(perClass); give 1 to 10000.") }
    guard (0...10_000).contains(approaches) else {
      throw ValidationError("--approaches is \(approaches); give 0 to 10000.")
    }
    _ = try attacks()
    _ = try beliefs()
  }

  func run() throws {
    let plan = TuningPlan(
      sign: try SignClass(named: sign), target: try wanted(),
      attacks: try attacks(), craftedImages: images,
      limits: TuneLimits(maxFalseReject: maxFalseReject.value, maxPassed: maxPassed?.value),
      confirmations: try beliefs(), approaches: approaches, seed: seed.seed)
    let folder = try out.map { try output.folder($0, writing: ["tune.json", "tune.csv", "tune.png"]) }
    let subject = try Subject(
      reading: try model.path(), defences: try defences.stack() ?? .init(), loop: threads.loop,
      arithmetic: arithmetic.choice)
    let record = try record(of: plan, on: subject)
    let report = TuneReport(record)
    if let folder { try write(report, into: folder) }
    if json {
      try Terminal.print(try RecordEncoding.document(record))
    } else {
      try tell(report)
    }
  }

  private func record(of plan: TuningPlan, on subject: Subject) throws -> TuneRecord {
    let faces = try AssetFolder.ofThisProcess().signs
    let run = try TuningRun(subject, plan: plan)
    var base = try scenario.map { try Scenario.read($0) } ?? Scenario()
    base.seed = seed.seed
    let driven = RenderedApproaches(base, picture: subject.picture, faces: faces, loop: threads.loop)
    guard data.isGiven else {
      let side = max(subject.picture.height, subject.picture.width)
      let generator = try PictureGenerator(facesIn: faces, side: side, seed: seed.seed, loop: threads.loop)
      let pictures = RenderedPictures(generator, of: subject.classes, perClass: perClass, seed: seed.seed)
      return try tuned(run, on: pictures, driven)
    }
    let chosen = try data.load(for: subject, loop: threads.loop, progress: progress.style)
    return try tuned(
      run, on: PhotographedSigns(chosen.photographs, path: data.folder, leftOut: chosen.leftOut), driven)
  }

  private func tuned(
    _ run: TuningRun, on pictures: some TuningPictures, _ approaches: RenderedApproaches
  ) throws -> TuneRecord {
    var line = progress.line("Tuning")
    return try run(on: pictures, approaches: approaches) { line.show("\($0), \($1) of \($2)") }
  }

  private func write(_ report: TuneReport, into folder: OutputFolder) throws {
    try folder.write(report.record, as: "tune.json")
    try folder.write(report.record.table, as: "tune.csv")
    try folder.write(
      report.chart.rendered(width: 1280, height: 720), as: "tune.png",
      maker: "stopline tune on \(report.record.data.path)")
  }

  private func tell(_ report: TuneReport) throws {
    let style = Terminal.style
    try Terminal.print(style.toned(report.sample, .strong) + "\n")
    try Terminal.print(report.table.text(style))
    try Terminal.print(report.verdict + "\n")
    guard let confirmation = report.record.confirmation else { return }
    let believed = ConfirmationReport(confirmation, sign: report.record.sign.name)
    try Terminal.print(style.toned(believed.sample, .strong) + "\n")
    try Terminal.print(believed.table.text(style))
  }

  /// What the attacks want read; nil for anything but the sign.
  private func wanted() throws -> SignClass? {
    guard let target else { return try SignClass(named: sign) == .yield ? nil : .yield }
    return target == "away" ? nil : try SignClass(named: target)
  }

  /// Each attack once, under the text that it was asked for with.
  private func attacks() throws -> [TuningPlan.NamedAttack] {
    var seen: Set<String> = []
    return try AttackList.attacks(attack, of: "--attack").filter { seen.insert($0.call).inserted }.map {
      TuningPlan.NamedAttack(text: $0.briefCall, attack: $0, record: MethodRecord($0, named: $0.name))
    }
  }

  /// Every k of n with every memory.
  private func beliefs() throws -> [Perception.Settings] {
    try confirm.flatMap { agreement in
      try memory.map { memory in
        do throws(SettingProblem) {
          return try Perception.Settings(reading: [("confirm", agreement), ("memory", memory)])
        } catch {
          throw ValidationError("--\(error.text)")
        }
      }
    }
  }
}
