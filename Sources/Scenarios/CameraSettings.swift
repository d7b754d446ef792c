import Driving
import Settings
import Signs

extension Scenario {
  /// The car's camera.
  package struct CameraSettings: Sendable, Equatable {
    /// The frame's size in pixels.
    package var width: Int
    package var height: Int
    /// Radians, between the frame's left and right edge.
    package var horizontalFieldOfView: Double
    /// Frames a second.
    package var rate = 20.0
    /// Metres.
    package var heightAboveRoad: Double
    /// A sign narrower than this many pixels is not read.
    package var smallestSign = 10
    /// The standard deviation of a point's spot, in pixels.
    package var blur = Lens().blur
    /// How long the shutter is open at most, in seconds.
    package var exposureTime = 0.01

    package init() {
      let usual = PinholeCamera()
      width = usual.width
      height = usual.height
      horizontalFieldOfView = usual.horizontalFieldOfView
      heightAboveRoad = usual.heightAboveRoad
    }

    /// Where the camera's pixels look.
    package var pinhole: PinholeCamera {
      PinholeCamera(
        width: width, height: height, horizontalFieldOfView: horizontalFieldOfView, heightAboveRoad: heightAboveRoad)
    }
  }
}

extension Scenario.CameraSettings: Configurable {
  package static let settings: [Setting<Self>] = [
    .count("width", \.width, 64...8192, unit: .pixels, "the frame's width"),
    .count("height", \.height, 64...8192, unit: .pixels, "the frame's height"),
    .quantity(
      "horizontal_field_of_view", \.horizontalFieldOfView, .angle, in: .degrees, 5...150,
      "the angle between the frame's left and right edge"),
    .quantity("rate", \.rate, Drive.frameRates, "how many frames are taken and read"),
    .quantity("height_above_road", \.heightAboveRoad, .length, in: .meters, 0.2...5, "where the camera sits"),
    .count(
      "smallest_sign", \.smallestSign, SignGeometry.smallestWidths.counts, unit: .pixels,
      "a sign that is narrower in the frame is not read; the first frame is where it gets this wide"),
    .quantity(
      "blur", \.blur, .pixels, in: .pixels, 0...20, "the standard deviation of the spot that a point makes"),
    .quantity(
      "exposure_time", \.exposureTime, .duration, in: .milliseconds, 0.05...100,
      "how long the shutter is open at most: by day less is enough, by night the rest is amplified, with its noise"),
  ]
}
