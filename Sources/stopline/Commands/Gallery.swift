import Scenarios
import ArgumentParser
import Experiments
import Groundwork
import Imaging
import Reporting
import Signs

/// `stopline gallery`: what the renderer draws, to look at and in figures.
struct Gallery: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what the renderer draws, and how it compares with photographs.",
    discussion: """
      Writes classes.png, training pictures of every class, and weather.png, signs in every weather and light near and
      far: 128 x 128 pixels of the camera's frame, and what the network gets of them. A scenario lends its camera,
      its road and its sign's size and place.

        stopline gallery --out out/gallery
        stopline gallery Scenarios/wide-camera.yaml --signs stop,no-entry --distances 40,20,10 --out out/wide

      With --beside: measures as many rendered pictures of each class as there are photographs (brightness, contrast,
      sharpness, colour), prints how both are spread and the Kolmogorov-Smirnov distance between them, and writes
      statistics.json, the histograms statistics.png, and beside.png, both kinds on one page.

        stopline gallery --beside GTSRB --out out/beside
      """)

  @Argument(
    help: ArgumentHelp("A scenario file.", valueName: "scenario"), completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String?

  @Option(
    help: ArgumentHelp(
      "Compare with photographs: a folder laid out as GTSRB's training set.", valueName: "dir"))
  var beside: String?

  @Option(help: ArgumentHelp("Classes to show and measure, separated by commas, or all.", valueName: "list"))
  var classes: String = "all"

  @Option(
    help: ArgumentHelp(
      "With --beside: the most photographs of a class to measure. (default: all)", valueName: "n"))
  var perClass: Int?

  @Option(help: ArgumentHelp("Signs of the weather sheet, separated by commas.", valueName: "list"))
  var signs: String = "stop,yield,speed-limit-50"

  @Option(help: ArgumentHelp("Metres before the line on the weather sheet, separated by commas.", valueName: "list"))
  var distances: String = "60,30,15"

  @Option(help: ArgumentHelp("The folder for the pictures; made if missing.", valueName: "dir"))
  var out: String

  @Option(help: ArgumentHelp("The seed. (default: the scenario's, or 7)", valueName: "n"))
  var seed: UInt64?

  @OptionGroup var output: OutputOptions
  @OptionGroup var picture: SideOption
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var progress: ProgressOptions

  /// Rendered pictures of a class on a page, and photographs beside them.
  private static let picturesPerClass = 8

  func validate() throws {
    if perClass != nil, beside == nil { throw ValidationError("--per-class belongs to --beside; give it too.") }
    if let perClass, !(1...100_000).contains(perClass) {
      throw ValidationError("--per-class is \(perClass); give 1 to 100000.")
    }
    _ = try SignClass.list(classes, of: "--classes")
    guard try SignClass.list(signs, of: "--signs").count <= 6 else {
      throw ValidationError("--signs names more than 6; the sheet has room for 6.")
    }
    guard try Distances.list(distances).count <= 6 else {
      throw ValidationError("--distances has more than 6; the sheet has room for 6.")
    }
  }

  func run() throws {
    var scenario = try scenario.map { try Scenario.read($0) } ?? Scenario()
    if let seed { scenario.seed = seed }
    let (loop, side) = (threads.loop, picture.side)
    let classes = try SignClass.list(classes, of: "--classes")
    let folder = try output.folder(
      out,
      writing: beside == nil ? ["classes.png", "weather.png"] : ["statistics.json", "statistics.png", "beside.png"],
      reading: [self.scenario].compactMap(\.self))
    let photographs = try beside.map { folder in
      var line = progress.line("Reading photographs")
      return try GTSRBDataSet.training(
        at: folder, shape: PictureShape(side: side), classes: Set(classes), loop: loop
      ) { line.show($0, of: $1) }
    }
    let faces = try AssetFolder.ofThisProcess().signs
    let pictures = SyntheticPictures(
      faces: try SignFaceCollection(
        folder: faces, longestSide: SyntheticPictures.longestFaceSide(side: side), loop: loop),
      side: side, seed: scenario.seed, loop: loop)
    if let photographs {
      try compare(pictures, with: photographs, seed: scenario.seed, in: folder)
    } else {
      let sheet = sheet(of: classes, pictures, seed: scenario.seed)
      try folder.write(sheet.rendered(), as: "classes.png", maker: "training pictures, seed \(scenario.seed)")
      try Terminal.print(folder.file("classes.png"))
      try showWeather(of: scenario, faces: faces, in: folder)
    }
  }

  // MARK: Classes

  private func sheet(of classes: [SignClass], _ pictures: SyntheticPictures, seed: UInt64) -> ClassSheet {
    ClassSheet(
      title: "What the renderer draws",
      details: "Training pictures, \(pictures.side) x \(pictures.side), the first of each class · seed \(seed)",
      groups: ["rendered"],
      rows: classes.map { sign in
        ClassSheet.Row(
          name: "\(sign.rawValue) \(sign.name)",
          pictures: [pictures.images(of: sign, count: Gallery.picturesPerClass)])
      })
  }

  // MARK: Photographs

  private func compare(
    _ pictures: SyntheticPictures, with photographs: GTSRBDataSet, seed: UInt64, in folder: OutputFolder
  ) throws {
    let comparison = PictureComparison(pictures, beside: photographs, atMost: perClass, seed: seed)
    var line = progress.line("Measuring pictures")
    let record = comparison(loop: threads.loop) { line.show($0, of: $1) }
    let report = PictureStatisticsReport(record)
    try folder.write(record, as: "statistics.json")
    try folder.write(report.chart, as: "statistics.png", maker: "rendered pictures and photographs, seed \(seed)")
    let samples = comparison.samples(Gallery.picturesPerClass)
    let sheet = ClassSheet(
      title: "Rendered pictures and photographs",
      details:
        "Of each class the first rendered pictures, and photographs spread evenly over its tracks · seed \(seed)",
      groups: ["rendered", "photographs"],
      rows: samples.map { sample in
        ClassSheet.Row(
          name: "\(sample.sign.rawValue) \(sample.sign.name)", pictures: [sample.rendered, sample.photographs])
      })
    try folder.write(sheet.rendered(), as: "beside.png", maker: "rendered pictures and photographs, seed \(seed)")
    let style = Terminal.style
    try Terminal.print(report.overall.text(style))
    try Terminal.print(report.classes.text(style))
    try Terminal.print(report.verdict)
    try Terminal.print("Look at \(folder.file("statistics.png")) and \(folder.file("beside.png")).")
  }

  // MARK: Weather

  private func showWeather(of scenario: Scenario, faces: String, in folder: OutputFolder) throws {
    let (signs, distances) = (try SignClass.list(signs, of: "--signs"), try Distances.list(distances))
    let photographs = WeatherPhotographs(
      scenario, picture: PictureShape(side: picture.side), faces: faces, loop: threads.loop)
    var line = progress.line("Photographing weather")
    var rows: [WeatherSheet.Row] = []
    for conditions in RoadConditions.all {
      let views = try signs.map { sign in
        try photographs.views(of: sign, under: conditions, at: distances, side: WeatherSheet.frameSide)
      }
      rows.append(
        WeatherSheet.Row(
          name: conditions.name,
          photographs: views.map { $0.map { $0.map { .init(frame: $0.frame, crop: $0.crop) } } }))
      line.show(rows.count, of: RoadConditions.all.count)
    }
    let camera = scenario.camera
    let sheet = WeatherSheet(
      title: "Every weather and light, near and far",
      details:
        "128 x 128 pixels of a frame of \(camera.width) x \(camera.height), and the \(picture.side) x \(picture.side) that the network gets"
        + " · seed \(scenario.seed)",
      signs: signs.map(\.title), distances: distances, rows: rows)
    try folder.write(sheet.rendered(), as: "weather.png", maker: "signs in every weather, seed \(scenario.seed)")
    try Terminal.print(folder.file("weather.png"))
  }
}
