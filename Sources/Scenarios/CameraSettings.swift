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
