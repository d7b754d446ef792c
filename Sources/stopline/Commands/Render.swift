import ArgumentParser
import Experiments
import Foundation
import Groundwork
import Imaging
import Signs

/// `stopline render`: photographs of a sign as the car's camera takes them.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Photograph a scenario's sign at given distances.",
    discussion: """
      Writes, for each distance, what the network would get: NAME-025m.png, 32 x 32, and with --enlarge a picture whose pixels
      can be seen. Light, camera and sign are the scenario's.

        stopline render Scenarios/clean-stop.yaml --distances 100,50,25,12 --out out/approach
      """)

  @Argument(
    help: ArgumentHelp("A scenario file.", valueName: "scenario"), completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(help: ArgumentHelp("Metres before the line, separated by commas.", valueName: "list"))
  var distances = "100,75,50,25,12"

  @Option(help: ArgumentHelp("The folder for the pictures; made if missing.", valueName: "dir"))
  var out: String

  @Option(help: ArgumentHelp("How many times larger each pixel is drawn.", valueName: "n"))
  var enlarge = 1

  @Option(help: ArgumentHelp("The seed, in place of the scenario's.", valueName: "n"))
  var seed: UInt64?

  @OptionGroup var threads: ThreadOptions

  func validate() throws {
    guard (1...64).contains(enlarge) else { throw ValidationError("--enlarge is \(enlarge); give 1 to 64.") }
    _ = try places()
  }

  func run() throws {
    var scenario = try Scenario.read(scenario)
    if let seed { scenario.seed = seed }
    let folder = try OutputFolder(out)
    let camera = try RoadsideCamera(scenario, faces: try AssetFolder.ofThisProcess().signs, loop: threads.loop)
    for (frame, distance) in try places().enumerated() {
      let name = "\(scenario.sign.face.name)-\(String(format: "%03.0f", distance))m.png"
      guard let sign = camera.sight(at: distance) else {
        Terminal.note("stopline: at \(distance) m the sign is too small or outside the frame; left out.")
        continue
      }
      let photograph = camera.photograph(
        frame: frame, distance: distance, crop: sign.grown(by: SignBox.networkMargin))
      try folder.write(
        enlarge == 1 ? photograph : photograph.enlarged(by: enlarge), as: name,
        maker: "scenario \(scenario.name) at \(distance) m, seed \(scenario.seed)")
      try Terminal.print(folder.file(name))
    }
  }

  private func places() throws -> [Double] {
    try distances.split(separator: ",").map { text in
      guard let distance = Double(text), (0.5...2000).contains(distance) else {
        throw ValidationError("--distances has '\(text)'; give metres from 0.5 to 2000, separated by commas.")
      }
      return distance
    }
  }
}
