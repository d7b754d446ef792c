import Scenarios
import ArgumentParser
import Experiments
import Foundation
import Groundwork
import Imaging
import Signs

/// `stopline render`: photographs of a sign as the car's camera takes them, or a data set of training pictures.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Photograph a scenario's sign, or draw a data set of signs.",
    discussion: """
      With a scenario: writes, for each distance, what the network would get: NAME-025m.png, and with --enlarge a picture
      whose pixels can be seen. Light, camera and sign are the scenario's.

        stopline render Scenarios/clean-stop.yaml --distances 100,50,25,12 --out out/approach

      With --classes: writes a data set laid out as GTSRB's training set, a folder a class with its CSV file, which every
      --data reads. Each picture is of another sign, road, light and camera, like the benchmark's photographs.

        stopline render --classes all --per-class 2000 --seed 1 --out out/signs
        stopline render --classes stop,yield --per-class 100 --out out/two
      """)

  @Argument(
    help: ArgumentHelp("A scenario file.", valueName: "scenario"), completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String?

  @Option(
    help: ArgumentHelp("Metres before the line, separated by commas. (default: 100,75,50,25,12)", valueName: "list"))
  var distances: String?

  @Option(
    help: ArgumentHelp("Draw a data set: classes separated by commas, or all of them: all.", valueName: "list"))
  var classes: String?

  @Option(help: ArgumentHelp("How many pictures of each class. (default: 100)", valueName: "n"))
  var perClass: Int?

  @Option(help: ArgumentHelp("The folder for the pictures; made if missing.", valueName: "dir"))
  var out: String

  @Option(help: ArgumentHelp("How many times larger each pixel is drawn. (default: 1)", valueName: "n"))
  var enlarge: Int?

  @Option(help: ArgumentHelp("The seed. (default: the scenario's, or 7)", valueName: "n"))
  var seed: UInt64?

  @OptionGroup var output: OutputOptions
  @OptionGroup var changes: ScenarioChanges
  @OptionGroup var picture: SideOption
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var progress: ProgressOptions

  func validate() throws {
    guard (scenario == nil) != (classes == nil) else {
      throw ValidationError("Name what to render: a scenario file, or --classes for a data set.")
    }
    if classes != nil {
      let misplaced = [("--distances", distances != nil), ("--enlarge", enlarge != nil)].first(where: \.1)
      if let misplaced { throw ValidationError("\(misplaced.0) belongs to a scenario, not to --classes.") }
    } else if perClass != nil {
      throw ValidationError("--per-class belongs to --classes, not to a scenario.")
    }
    if let enlarge, !(1...64).contains(enlarge) {
      throw ValidationError("--enlarge is \(enlarge); give 1 to 64.")
    }
    if let perClass, !(1...100_000).contains(perClass) {
      throw ValidationError("--per-class is \(perClass); give 1 to 100000.")
    }
    _ = try places()
    _ = try classes.map { try SignClass.list($0, of: "--classes") }
  }

  func run() throws {
    if let scenario {
      try photograph(scenario)
    } else if let classes {
      try drawDataSet(of: SignClass.list(classes, of: "--classes"))
    }
  }

  // MARK: A scenario's sign

  private func photograph(_ path: String) throws {
    var scenario = try changes.read(path)
    if let seed { scenario.seed = seed }
    let places = try places()
    func name(_ distance: Double) -> String {
      "\(scenario.sign.face.name)-\(String(format: "%03.0f", distance))m.png"
    }
    let folder = try output.folder(
      out, writing: Set(places.map(name)), reading: [path] + [scenario.sign.picture].compactMap(\.self))
    let camera = try RoadsideCamera(
      scenario, picture: PictureShape(side: picture.side), faces: try AssetFolder.ofThisProcess().signs,
      loop: threads.loop)
    for (frame, distance) in places.enumerated() {
      guard let sign = camera.sight(at: distance) else {
        Terminal.note("stopline: at \(distance) m the sign is too small or outside the frame; left out.")
        continue
      }
      let photograph = camera.photograph(
        frame: frame, distance: distance, crop: sign.networkCrop)
      try folder.write(
        photograph.enlarged(by: enlarge ?? 1), as: name(distance),
        maker: "scenario \(scenario.name) at \(distance) m, seed \(scenario.seed)")
      try Terminal.print(folder.file(name(distance)))
    }
  }

  private func places() throws -> [Double] { try Distances.list(distances ?? "100,75,50,25,12") }

  // MARK: A data set

  private func drawDataSet(of signs: [SignClass]) throws {
    let (loop, count) = (threads.loop, perClass ?? 100)
    let images = SyntheticPictures.imagesFolder
    let folder = try output.folder(out, writing: Set(images.split(separator: "/").prefix(1).map(String.init)))
    _ = try output.folder(folder.file(images), writing: Set(signs.map(SyntheticPictures.folder)))
    let faces = try SignFaceCollection(
      folder: try AssetFolder.ofThisProcess().signs, longestSide: SyntheticPictures.longestFaceSide(side: picture.side),
      loop: loop)
    let pictures = SyntheticPictures(
      faces: faces, side: picture.side, seed: seed ?? Scenario().seed, loop: loop)
    var line = progress.line("Drawing pictures")
    try pictures.writeDataSet(to: folder.path, classes: signs, count: count, loop: loop) { line.show($0, of: $1) }
    try Terminal.print(folder.path)
  }
}
