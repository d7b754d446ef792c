import Imaging

/// Everything that a synthetic picture depends on, but its face, its scenery and the noise.
struct PictureConditions {
  // MARK: Geometry; lengths in pixels of the raster, which is the frame or, for large signs, a coarser one

  /// The raster's size without its border.
  var width = 32
  var height = 32
  /// Where the raster begins in the camera's frame, its border left out.
  var origin = Point(x: 0, y: 0)
  var camera = PinholeCamera()
  var pose = SignPose(lateral: 0, height: 0, distance: 10)
  /// Over how much of a pixel's width the plate's samples are spread.
  var footprint: Float = 1

  /// How many pixels of the frame a pixel of the raster stands for, at least 1.
  var pixelsPerRasterPixel: Float = 1
  /// How wide the sign is in the raster.
  var signWidth: Float = 24

  /// The size of the piece of the frame that the picture was made from, in the frame's pixels, and where in it the
  /// sign is: what GTSRB's CSV files say of a photograph.
  var frameWidth = 32.0
  var frameHeight = 32.0
  var region = SignBox(x: 4, y: 4, width: 24, height: 24)

  // MARK: Surface

  var wear = SurfaceWear()
  /// Rows of the matrix by which the reflectance's red, green and blue are multiplied: other inks and sheetings.
  var inks: (red: Light, green: Light, blue: Light) = (Light(1, 0, 0, 0), Light(0, 1, 0, 0), Light(0, 0, 1, 0))
  /// What the sheeting's surface throws back by itself.
  var gloss: Float = 0.03

  // MARK: Light, as a linear signal of which the sensor clips what is above 1

  /// The signal of a white plate in full light.
  var white = Light(1, 1, 1, 0)
  /// The share of the light that no shadow takes away.
  var diffuseShare: Float = 1
  var shadow = PlateShadow()
  /// How the light changes over the plate, a share for every half width right and down.
  var gradient = SIMD2<Float>(0, 0)
  /// The signal of a white plate where the scenery is.
  var scenery = Light(1, 1, 1, 0)
  /// By how much the scenery's colours are further from grey than they were drawn.
  var sceneryChroma: Float = 1
  /// Light that lies over everything.
  var veil = Light(0, 0, 0, 0)

  // MARK: Camera

  /// The lens's spot, in pixels (standard deviation).
  var blur: Float = 0.7
  /// The picture's way while the shutter is open, in pixels.
  var motion = SIMD2<Float>(0, 0)
  var swings = false
  /// Which part of the light goes into a wide glow, and its standard deviation in pixels.
  var glow: Float = 0
  var glowBlur: Float = 4
  var hasFilter = true
  /// How many electrons make a signal of 1, and the noise of reading them.
  var electrons: Float = 8_000
  var readNoise: Float = 6
  /// Which of the tone curves.
  var toneCurve = 0
  /// Whether the picture is reduced by area, as our own camera's crops are, or from its nearest pixels, as GTSRB's
  /// 32 x 32 copies were.
  var reducesByArea = false
}
