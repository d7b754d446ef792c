import Scenarios
import Foundation

/// Files of the project that tests run on.
enum Project {
  static let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardizedFileURL.path
  static let stopFace = root + "/Assets/Signs/14-stop.png"
  static let model = root + "/Assets/Models/merged.safetensors"

  /// A drive of a few frames: it begins near the line, with a slow camera and a slow car.
  static func shortScenario(_ more: String = "") -> String {
    """
    vehicle: {speed: 20 km/h}
    camera: {rate: 5 fps}
    perception: {confirm: 2 of 3}
    """ + "\n" + more
  }
}
