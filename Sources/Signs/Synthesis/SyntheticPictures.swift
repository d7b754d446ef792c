import Foundation
import Groundwork
import Imaging

/// Pictures of signs that were never photographed, for training: square, each from its own draw of everything that
/// changes a photograph of a sign on the road (domain randomisation; Tobin et al. 2017).
///
/// A picture depends on the seed, its class and its index alone, whatever is drawn before or beside it, so training can
/// draw as many fresh ones as it likes:
///
///     let pictures = SyntheticPictures(variants: variants, side: 32, seed: 1, loop: loop)
///     pictures.draw(.stop, index: 17, into: levels)
///
/// The path is the scene renderer's (`SignRenderer`): the same plate view, texture levels, scenery, wear, filter and
/// transfer. In three places a cheaper form is taken, to make ten thousand a second: scenery comes from tiles that
/// `RoadsideView` drew beforehand, noise from tables, and the lens's blur and the motion are one pair of kernels along
/// the axes.
package struct SyntheticPictures: Sendable {
  /// One of the faces that a class is shown with.
  package struct Variant: Sendable {
    package var face: SignFace
    /// How often it is shown, beside the weights of the class's other variants.
    package var weight: Float
    /// Whether it shines by itself, as signs made of lamps do, and is seen well however little light falls on it.
    package var isLuminous: Bool

    package init(_ face: SignFace, weight: Float = 1, isLuminous: Bool = false) {
      precondition(weight > 0, "a variant that is shown has a weight")
      self.face = face
      self.weight = weight
      self.isLuminous = isLuminous
    }
  }

  /// The side of every picture in pixels.
  package let side: Int
  /// The faces of each class, by the benchmark's class number.
  let variants: [[Variant]]
  let seed: UInt64
  let noise: NoiseTexture
  let scenery: SceneryTiles
  /// Standard normal numbers for the sensor, a power of two of them.
  let sensorNoise: [Float]
  let toneCurves: [ToneCurve]
  /// Plates with writing that hang below signs.
  let supplements: [SignFace]
  let workspaces: PictureWorkspacePool

  /// - Parameters:
  ///   - variants: the faces of each class in order of class number; a class that is never drawn may have none.
  ///   - side: of every picture, in pixels.
  ///   - seed: what every random draw comes from.
  ///   - loop: what shares the work of drawing the scenery, half a second for one thread.
  /// - Precondition: there is a list for every class.
  package init(variants: [[Variant]], side: Int, seed: UInt64, loop: ConcurrentLoop) {
    precondition(variants.count == SignClass.count, "there is a list of faces for every class")
    self.side = side
    self.variants = variants
    workspaces = PictureWorkspacePool(side: side)
    self.seed = seed
    noise = NoiseTexture(seed: seed)
    scenery = SceneryTiles(seed: seed, noise: noise, loop: loop)
    var stream = RandomStream(seed: seed, name: "sensor noise of synthetic pictures")
    sensorNoise = (0..<1 << 16).map { _ in stream.gaussian() }
    toneCurves = [.gamma(1.3), .gamma(1.5), .gamma(1.1), .standard, .gamma(2), .shouldered]
    supplements = SyntheticPictures.supplements(&stream)
  }

  /// The values of one picture: three planes.
  package var valuesPerPicture: Int { 3 * side * side }

  /// One of a class's faces.
  /// - Precondition: it has one.
  func variant(of sign: Int, _ stream: inout RandomStream) -> Variant {
    let variants = variants[sign]
    precondition(!variants.isEmpty, "a class that is drawn has a face")
    var place = stream.uniform() * variants.reduce(0) { $0 + $1.weight }
    for variant in variants.dropLast() {
      place -= variant.weight
      if place < 0 { return variant }
    }
    return variants[variants.count - 1]
  }

  /// Scratch memory for one worker.
  package func makeWorkspace() -> PictureWorkspace { PictureWorkspace(side: side) }

  /// White plates with a border and lines of what might be letters.
  private static func supplements(_ stream: inout RandomStream) -> [SignFace] {
    (0..<6).map { number in
      let (width, height) = (96, number % 2 == 0 ? 48 : 72)
      var image = Image(width: width, height: height, color: .white)
      image.fill(PixelRectangle(x: 2, y: 2, width: width - 4, height: height - 4), color: .black)
      image.fill(PixelRectangle(x: 4, y: 4, width: width - 8, height: height - 8), color: .white)
      for line in 0..<(number % 2 == 0 ? 1 : 2) {
        var x = 10 + stream.index(below: 8)
        while x < width - 16 {
          let letter = 3 + stream.index(below: 6)
          image.fill(PixelRectangle(x: x, y: 14 + 26 * line, width: letter, height: 18), color: .black)
          x += letter + 2 + stream.index(below: 6)
        }
      }
      return SignFace(image: image, physicalWidth: 0.6)
    }
  }
}
