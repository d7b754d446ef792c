import Imaging

/// All that a photograph of a sign depends on, but the noise.
package struct SignScene: Sendable {
  package var face: SignFace
  package var pose: SignPose
  package var camera: PinholeCamera
  package var lens: Lens
  package var sensor: Sensor
  package var daylight: Daylight
  package var fog: Fog?
  package var roadside: Roadside
  package var exposure: Exposure
  package var motion: MotionBlur
  /// What the face is made of.
  package var sheeting = Sheeting.prisms
  /// The car's lamps; nil when they are off.
  package var headlamps: Headlamps?
  /// What falls.
  package var precipitation: Precipitation?
  /// What keeps the direct sun off a part of the sign.
  var shadow = PlateShadow()
  /// The leaves of a dappled shadow.
  var leaves: NoiseTexture?
  /// How long the shutter is open, in seconds, and how fast the car drives, in metres a second: how long the streaks of
  /// rain are.
  package var exposureTime = 0.002
  package var speed = 0.0

  package init(
    face: SignFace, pose: SignPose, camera: PinholeCamera = PinholeCamera(), lens: Lens = Lens(),
    sensor: Sensor = Sensor(), daylight: Daylight = Daylight(), fog: Fog? = nil, roadside: Roadside,
    exposure: Exposure = .daytime, motion: MotionBlur = .none
  ) {
    self.face = face
    self.pose = pose
    self.camera = camera
    self.lens = lens
    self.sensor = sensor
    self.daylight = daylight
    self.fog = fog
    self.roadside = roadside
    self.exposure = exposure
    self.motion = motion
  }

  /// What the air and what falls in it take away together.
  var haze: Fog? { Fog.combining(fog, precipitation) }

  /// The smallest upright box around the sign in the photograph; nil when it is not wholly before the camera.
  package var projectedBox: SignBox? { face.projectedBox(at: pose, in: camera) }
}
