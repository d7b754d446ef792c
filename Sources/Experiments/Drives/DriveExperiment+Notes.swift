import Driving
import Foundation
import Signs

extension DriveExperiment {
  /// What a reader of the figures must know.
  func notes(frames: Int, couldObey: Bool?) -> [String] {
    if frames == 0 { return ["Nothing was read: \(camera.geometry.reasonUnseen(from: start))."] }
    if couldObey == false {
      return [
        String(
          format:
            "The car could not have stopped in time: the sign comes into sight at %.1f m, and not even a car that "
            + "believes it at once and brakes as hard as it can does what it asks.", min(start, camera.firstSight))
      ]
    }
    return unheeded.map { ["This car does not act on \($0): what was read has no effect on how it drives."] } ?? []
  }

  /// The kind of sign that is at the line and that no driver here does anything for; nil for others.
  private var unheeded: String? {
    switch drive.sign.demand {
    case .stand, .giveWay, .nothing: nil
    case .keepBelow: "speed limits"
    case .keepOut: "signs that forbid to go on"
    }
  }
}

extension SignGeometry {
  /// Why the sign is not photographed on the way to the line, a clause.
  /// - Parameter distance: where the way begins, in metres before the line.
  func reasonUnseen(from distance: Double) -> String {
    let places = stride(from: distance, to: 0, by: -0.05)
    guard let widest = (places.compactMap { widthInFrame(at: $0) }.max()) else {
      return String(format: "on the last %.1f m to the line the sign is never wholly in the camera's frame", distance)
    }
    return String(
      format: "the sign never gets %.0f px wide in this camera; the widest that is wholly in its frame is %.1f px",
      smallestWidth, widest)
  }

  /// How wide the sign is where it is wholly in the frame, however small; nil where it is not.
  private func widthInFrame(at distance: Double) -> Double? {
    var geometry = self
    geometry.smallestWidth = 0
    return geometry.sight(at: distance)?.width
  }
}
