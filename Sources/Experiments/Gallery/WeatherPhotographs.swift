import Scenarios
import Driving
import Groundwork
import Imaging
import Signs

/// A scenario's signs, photographed under every `RoadConditions`.
package struct WeatherPhotographs: Sendable {
  /// One photograph: a piece of the frame, and what the network gets of it.
  package struct View: Sendable {
    /// Square, with the sign in its middle.
    package let frame: Image
    /// In the network's size.
    package let crop: Image
  }

  private let scenario: Scenario
  private let picture: PictureShape
  private let faces: String
  private let loop: ConcurrentLoop

  /// - Parameters:
  ///   - scenario: its camera, its road, its seed and its sign's size and place are taken.
  ///   - picture: the size that the network reads.
  ///   - faces: the folder of the sign faces, `Assets/Signs`.
  ///   - loop: what renders; the pictures do not depend on its threads.
  package init(_ scenario: Scenario, picture: PictureShape, faces: String, loop: ConcurrentLoop) {
    self.scenario = scenario
    self.picture = picture
    self.faces = faces
    self.loop = loop
  }

  /// Photographs one sign.
  /// - Parameters:
  ///   - sign: the scenario's own picture is put up only for its own face.
  ///   - distances: metres before the line.
  ///   - side: of the piece of the frame in pixels; larger where the sign does not fit.
  /// - Returns: one view a distance, nil where the sign is too small or outside the frame.
  /// - Throws: `SignFaceError` when the face cannot be loaded, `ParameterFault` when a setting is out of range.
  package func views(
    of sign: SignClass, under conditions: RoadConditions, at distances: [Double], side: Int
  ) throws -> [View?] {
    var scenario = conditions.applied(to: scenario)
    if sign != scenario.sign.face { scenario.sign.picture = nil }
    scenario.sign.face = sign
    let camera = try RoadsideCamera(scenario, picture: picture, faces: faces, loop: loop)
    return distances.enumerated().map { number, distance in
      camera.sight(at: distance).map { view(of: $0, by: camera, number: number, distance: distance, side: side) }
    }
  }

  private func view(
    of sign: SignBox, by camera: RoadsideCamera, number: Int, distance: Double, side: Int
  ) -> View {
    let crop = sign.networkCrop
    let side = max(side, Int(max(crop.width, crop.height).rounded(.up)) + 2)
    let window = PixelRectangle(
      x: Int(crop.x + crop.width / 2) - side / 2, y: Int(crop.y + crop.height / 2) - side / 2, width: side, height: side
    )
    let frame = camera.frame(number, distance: distance, window: window)
    return View(frame: frame, crop: frame.cropped(to: crop, in: window, shape: picture))
  }
}
