import Synchronization

/// Scratch memory in which one worker draws synthetic pictures, one after another.
///
/// Unchecked sendable: it may pass from worker to worker, and each has it to itself meanwhile.
package final class PictureWorkspace: @unchecked Sendable {
  /// Pixels around the raster that filling in colours needs.
  static let border = 3

  var scene: LightRaster
  var scratch: LightRaster
  var across: LightKernel
  var down: LightKernel
  let line: UnsafeMutableBufferPointer<Light>
  let mosaic: ColorMosaic
  /// What a worker makes before it is cut into planes: `(side, side)`.
  let reduction: PictureReduction

  private let lights: UnsafeMutableBufferPointer<Light>
  private let floats: UnsafeMutableBufferPointer<Float>

  /// - Parameter side: of the pictures.
  init(side: Int) {
    // A raster with its border.
    let longestSide = PictureConditions.longestSide(side: side) + 2 * PictureWorkspace.border
    let pixels = longestSide * longestSide
    let kernel = 2 * LightKernel.longestReach + 1
    let lineLength = longestSide + 2 * LightKernel.longestReach
    let taps = side * PictureReduction.taps
    lights = .allocate(capacity: 2 * pixels + lineLength)
    lights.initialize(repeating: .zero)
    floats = .allocate(capacity: 2 * pixels + 2 * kernel + 2 * taps)
    floats.initialize(repeating: 0)
    let (lights, floats) = (lights, floats)
    func light(_ start: Int, _ count: Int) -> UnsafeMutableBufferPointer<Light> {
      UnsafeMutableBufferPointer(rebasing: lights[start..<start + count])
    }
    func float(_ start: Int, _ count: Int) -> UnsafeMutableBufferPointer<Float> {
      UnsafeMutableBufferPointer(rebasing: floats[start..<start + count])
    }
    scene = LightRaster(light: light(0, pixels))
    scratch = LightRaster(light: light(pixels, pixels))
    line = light(2 * pixels, lineLength)
    mosaic = ColorMosaic(signal: float(0, pixels), green: float(pixels, pixels))
    across = LightKernel(weights: float(2 * pixels, kernel))
    down = LightKernel(weights: float(2 * pixels + kernel, kernel))
    reduction = PictureReduction(
      side: side, columns: float(2 * pixels + 2 * kernel, taps), rows: float(2 * pixels + 2 * kernel + taps, taps))
  }

  deinit {
    lights.deallocate()
    floats.deallocate()
  }

  /// Swaps the two rasters.
  func swap() { Swift.swap(&scene, &scratch) }
}

/// Workspaces that are lent and given back, as many as there are workers at a time.
final class PictureWorkspacePool: Sendable {
  private let side: Int
  private let shelf = Mutex<[PictureWorkspace]>([])

  init(side: Int) { self.side = side }

  func withWorkspace<Result>(_ body: (PictureWorkspace) -> Result) -> Result {
    let workspace = shelf.withLock { $0.popLast() } ?? PictureWorkspace(side: side)
    defer { shelf.withLock { $0.append(workspace) } }
    return body(workspace)
  }
}
