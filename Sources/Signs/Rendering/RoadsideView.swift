/// What a roadside looks like from one place on one day: what every line of sight needs is worked out once.
struct RoadsideView: Sendable {
  let roadside: Roadside
  let daylight: Daylight
  let fog: Fog?
  /// Where the camera is, in the roadside's coordinates.
  let eye: SIMD3<Float>
  /// How wide a pixel is one metre ahead, in metres.
  let pixel: Float
  /// How high the post reaches, in metres.
  let postTop: Float
  let airlight: Light
  private let skyOnFront: Light
  private let skyOnGround: Light
  private let headlamps: Headlamps?
  /// Which part of the ground and of level tops snow covers, in [0, 1].
  private let snow: Float

  init(
    roadside: Roadside, daylight: Daylight, fog: Fog?, pose: SignPose, camera: PinholeCamera, pixel: Double,
    headlamps: Headlamps? = nil, snow: Float = 0
  ) {
    self.roadside = roadside
    self.daylight = daylight
    self.fog = fog
    eye = SIMD3(Float(-pose.lateral), Float(camera.heightAboveRoad), Float(-pose.distance))
    self.pixel = Float(pixel)
    postTop = Float(camera.heightAboveRoad + pose.height)
    self.headlamps = headlamps
    self.snow = snow
    skyOnFront = daylight.light(on: SIMD3(0, 0, -1), sunlit: 1)
    skyOnGround = daylight.light(on: SIMD3(0, 1, 0), sunlit: 1)
    airlight = daylight.skyLight(height: 0, cloud: 0.5)
  }

  /// The light that comes along a line of sight, without the sign: kilolux times reflectance.
  /// - Parameter ray: (right, up, 1).
  func light(along ray: SIMD3<Float>) -> Light {
    var seen = Light.zero
    var open: Float = 1
    for layer in [post(ray), backdrop(ray), horizon(ray)] {
      seen += open * layer.w * layer
      open *= 1 - layer.w
      if open < 0.004 { break }
    }
    if open >= 0.004 { seen += open * (ray.y < 0 ? ground(ray) : sky(ray)) }
    seen.w = 0
    return seen
  }

  /// The light on what faces the camera at a distance: that of the day and that of the car's lamps.
  private func onFront(_ distance: Float) -> Light {
    guard let headlamps else { return skyOnFront }
    return skyOnFront + Float(headlamps.illuminance(at: Double(distance))) * Headlamps.color
  }

  /// The light on the ground at a distance; the lamps graze it.
  private func onGround(_ distance: Float) -> Light {
    guard let headlamps else { return skyOnGround }
    return skyOnGround + Float(headlamps.illuminance(at: Double(distance)) / max(1, Double(distance))) * Headlamps.color
  }

  /// Light as it arrives through the fog.
  func hazed(_ light: Light, from distance: Float) -> Light {
    guard let fog else { return light }
    let part = fog.transmittance(over: distance)
    return part * light + (1 - part) * airlight
  }

  /// How much of a pixel is on the positive side of an edge that is `distance` metres away, for pixels of `footprint`.
  private func coverage(_ distance: Float, _ footprint: Float) -> Float {
    min(max(0.5 + distance / footprint, 0), 1)
  }

  private func covered(_ light: Light, _ part: Float) -> Light {
    Light(light.x, light.y, light.z, part)
  }

  private func post(_ ray: SIMD3<Float>) -> Light {
    let depth = -eye.z + 0.04
    let (x, y) = (eye.x + depth * ray.x, eye.y + depth * ray.y)
    let (half, footprint) = (roadside.postWidth / 2, pixel * depth)
    guard abs(x) < half + footprint, y < postTop + footprint, y > -footprint else { return .zero }
    let across = coverage(x + half, footprint) - coverage(x - half, footprint)
    let part = across * coverage(postTop - y, footprint) * coverage(y, footprint)
    let round = 0.55 + 0.45 * (1 - min(1, (x / half) * (x / half)))
    return covered(hazed(0.32 * round * onFront(depth), from: depth), part)
  }

  private func backdrop(_ ray: SIMD3<Float>) -> Light {
    guard roadside.backdrop != .open else { return .zero }
    let depth = roadside.backdropDistance - eye.z
    let (x, y) = (eye.x + depth * ray.x, eye.y + depth * ray.y)
    let footprint = pixel * depth
    guard y > -footprint, y < roadside.backdropHeight * 1.4 else { return .zero }
    let layer =
      roadside.backdrop == .trees
      ? trees(x, y, height: roadside.backdropHeight, footprint: footprint, from: depth)
      : houses(x, y, footprint: footprint, from: depth)
    return covered(hazed(layer, from: depth), layer.w * coverage(y, footprint))
  }

  private func horizon(_ ray: SIMD3<Float>) -> Light {
    let depth = roadside.horizonDistance - eye.z
    let (x, y) = (eye.x + depth * ray.x, eye.y + depth * ray.y)
    let footprint = pixel * depth
    guard y > -footprint, y < roadside.horizonHeight * 1.4 else { return .zero }
    let layer = trees(x + 300, y, height: roadside.horizonHeight, footprint: footprint, from: depth)
    // Some haze lies before what is far even on a clear day (20 km).
    let clear = Fog(visibility: 8_000).transmittance(over: depth)
    return covered(hazed(clear * layer + (1 - clear) * airlight, from: depth), layer.w * coverage(y, footprint))
  }

  /// Foliage with dark gaps; near the top and in holes the sky shows through.
  private func trees(_ x: Float, _ y: Float, height: Float, footprint: Float, from depth: Float) -> Light {
    let crowns = roadside.coarse.octaves(x, 0, wavelength: 9, octaves: 4, footprint: footprint)
    let top = height * (0.55 + 0.8 * crowns)
    let clumps = roadside.coarse.octaves(x, y, wavelength: 2.4, octaves: 4, persistence: 0.7, footprint: footprint)
    let twigs = roadside.fine.octaves(x, y, wavelength: 0.42, octaves: 3, persistence: 0.8, footprint: footprint)
    let edge = (top - y) / height + 1.6 * (clumps - 0.52) + 1.1 * (twigs - 0.5)
    let part = coverage(edge * height * 0.35, max(footprint, 0.12))
    let shade = min(max(1.9 * clumps + 1.5 * twigs - 1.25, 0.06), 2)
    let hue = Light(1 + 0.3 * (clumps - 0.5), 1, 1 - 0.4 * (twigs - 0.5), 0)
    let leaves = roadside.leaves * hue * shade * shade
    return covered((leaves + 0.35 * snow * shade * (Light.white - leaves)) * onFront(depth), part)
  }

  /// A row of house fronts with windows, under a roof.
  private func houses(_ x: Float, _ y: Float, footprint: Float, from depth: Float) -> Light {
    let eaves = roadside.backdropHeight * 0.72
    let part = coverage(roadside.backdropHeight - y, footprint)
    let plaster = roadside.fine.octaves(x, y, wavelength: 1.7, octaves: 4, footprint: footprint)
    if y > eaves {
      let tiles = roadside.fine.octaves(x, 3 * y, wavelength: 0.5, octaves: 2, footprint: footprint)
      let roof = Light(0.2, 0.09, 0.06, 0) * (0.5 + tiles)
      return covered((roof + snow * (Light.white - roof)) * onFront(depth), part)
    }
    let (column, storey) = ((x / 2.6).rounded(.down), ((y - 0.4) / 2.8).rounded(.down))
    let (across, above) = (x - column * 2.6, y - 0.4 - storey * 2.8)
    let window =
      coverage(across - 0.75, footprint) * coverage(1.95 - across, footprint)
      * coverage(above - 0.6, footprint) * coverage(2.1 - above, footprint)
    let pane = roadside.coarse.lattice(Int32(column), Int32(storey))
    let glass = Light(0.03, 0.035, 0.04, 0) + 0.25 * pane * pane * Light(0.9, 1, 1.1, 0)
    let wall = roadside.front * (0.75 + 0.4 * plaster)
    return covered((window * glass + (1 - window) * wall) * onFront(depth), part)
  }

  private func ground(_ ray: SIMD3<Float>) -> Light {
    let depth = min(eye.y / max(-ray.y, 1e-4), 2_000)
    let (x, z) = (eye.x + depth * ray.x, eye.z + depth)
    let footprint = pixel * depth
    // The lane is 3.5 m wide with the camera in its middle, and one for the other direction lies to its left.
    let fromLane = x - eye.x
    let road = coverage(fromLane + 5.25, footprint) * coverage(1.75 - fromLane, footprint)
    let grain = roadside.fine.octaves(x, z, wavelength: 0.6, octaves: 3, footprint: footprint * 4)
    let tufts = roadside.coarse.octaves(x, z, wavelength: 1.1, octaves: 4, footprint: footprint * 4)
    let line =
      coverage(fromLane + 1.75, footprint) * road * coverage(z + 0.25, footprint * 8)
      * coverage(0.25 - z, footprint * 8)
    let asphalt = Light(0.1, 0.1, 0.105, 0) * (0.75 + 0.5 * grain)
    let paved = (1 - line) * asphalt + line * Light(repeating: 0.55)
    let verge = roadside.verge * (0.4 + 1.2 * tufts)
    let bare = road * paved + (1 - road) * verge
    return hazed((bare + snow * (1 - 0.6 * road) * (Light.white - bare)) * onGround(depth), from: depth)
  }

  private func sky(_ ray: SIMD3<Float>) -> Light {
    let height = ray.y / (1 + ray.x * ray.x + ray.y * ray.y).squareRoot()
    // Clouds lie in a level plane, so they crowd towards the horizon.
    let reach = 1 / (height + 0.12)
    let cover = roadside.coarse.octaves(
      ray.x * reach, reach, wavelength: 1.3, octaves: 4, footprint: pixel * reach * reach)
    return hazed(
      daylight.skyLight(height: height, cloud: min(max(4 * cover - 1.6, 0), 1)), from: fog == nil ? 0 : 20_000)
  }
}

extension Light {
  /// What fresh snow throws back.
  fileprivate static let white = Light(0.78, 0.8, 0.82, 0)
}
