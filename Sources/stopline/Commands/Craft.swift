import ArgumentParser
import Attacks
import Defenses
import Experiments
import Groundwork
import Imaging
import Records
import Reporting
import Signs

/// `stopline attack METHOD`.
struct CraftCommand<Method: AttackMethod>: ParsableCommand {
  static var configuration: CommandConfiguration {
    let card = Method.card
    return CommandConfiguration(
      commandName: card.name, abstract: card.summary,
      discussion: "\(card.title)" + (card.paper.map { ": \($0)" } ?? "")
        + ". The attacker asks for \(Method.knowledge).")
  }

  @Argument(
    help: ArgumentHelp("Pictures of signs.", valueName: "image"),
    completion: .file(extensions: ["png", "jpg", "jpeg", "ppm"]))
  var images: [String]

  @OptionGroup(title: "Settings of the attack") var settings: SettingsArguments<Method>
  @OptionGroup var options: CraftingOptions

  func run() throws {
    let sign = try SignClass(named: options.from)
    let target = try options.target.flatMap { $0 == "away" ? nil : try SignClass(named: $0) }
    let gates = try options.gates.gates()
    guard !gates.contains(where: { $0.kind == .missedDemand }) else {
      throw ValidationError("--fail-on missed-demand is for drives; an attack on pictures has flip and lost.")
    }
    let names = ImageNames(of: images).names
    let folder = try options.out.map {
      try options.output.folder($0, writing: CraftedFiles.names(of: names), reading: images)
    }
    let model = try Subject(
      reading: try options.model.path(), defences: try options.defences.stack() ?? DefenseStack(),
      loop: options.threads.loop, arithmetic: options.arithmetic.choice)
    let sources = try PictureSources.read(images, named: names)
    var progress = options.progress.line("Crafting")
    let result = try AttackExperiment(settings.root, on: model, seed: options.seed.seed)(
      on: sources, data: PictureSources.record(of: sources), sign: sign, target: target
    ) { progress.show($0, of: images.count) }
    let report = AttackReport(result.record, names: ClassNames(model.classNames))
    if let folder { try CraftedFiles(result, report).write(into: folder) }
    if options.json {
      try Terminal.print(try RecordEncoding.document(result.record))
    } else {
      try Terminal.print(Terminal.style.toned("\(report.title)  (\(report.details))", .strong) + "\n")
      try Terminal.print(report.table.text(Terminal.style))
      try Terminal.print(report.verdict)
      try Terminal.print(report.control)
    }
    try GateOptions.test(gates, on: [GateTally(result.record)])
  }
}
