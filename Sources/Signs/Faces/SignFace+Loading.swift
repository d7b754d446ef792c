import Foundation
import Imaging

extension SignFace {
  /// The largest picture that is read as a face, in pixels.
  private static let limits = ImageFile.Limits(pixels: 1 << 22)

  /// Loads our own face of a class, at the usual size of its plate.
  /// - Parameters:
  ///   - sign: the class.
  ///   - folder: the folder of the faces, `Assets/Signs`: a PNG a class, named as in `14-stop.png`.
  ///   - physicalWidth: how wide the plate is, in metres.
  /// - Throws: `SignFaceError`.
  package init(
    of sign: SignClass, inFolder folder: String, physicalWidth: Double? = nil
  ) throws(SignFaceError) {
    let path = SignFace.path(of: sign, inFolder: folder)
    guard FileManager.default.fileExists(atPath: path) else {
      throw .noFace(sign, folder: folder, available: SignFace.available(inFolder: folder))
    }
    try self.init(contentsOf: path, physicalWidth: physicalWidth ?? sign.shape.standardWidth)
  }

  /// Loads a face from a picture, the user's own.
  /// - Parameters:
  ///   - path: a PNG or P6 file; what is transparent in it is not sign.
  ///   - physicalWidth: how wide the opaque part is, in metres.
  ///   - longestSide: how large the picture is kept, in pixels; a larger one is halved until it fits.
  /// - Throws: `SignFaceError`.
  /// - Precondition: `physicalWidth` and `longestSide` are positive.
  package init(
    contentsOf path: String, physicalWidth: Double, longestSide: Int = SignFace.longestSide
  ) throws(SignFaceError) {
    let (image, alpha): (Image, [Float])
    do {
      (image, alpha) = try ImageFile.readTexture(path, limits: SignFace.limits)
    } catch {
      throw .picture(error)
    }
    let face = SignFace(image: image, alpha: alpha, physicalWidth: physicalWidth, longestSide: longestSide)
    guard let face else {
      throw .transparent(path: path)
    }
    self = face
  }

  /// The classes that have a face of ours in a folder.
  package static func available(inFolder folder: String) -> [SignClass] {
    SignClass.allCases.filter { FileManager.default.fileExists(atPath: path(of: $0, inFolder: folder)) }
  }

  /// Where our own plain face of a class is.
  package static func path(of sign: SignClass, inFolder folder: String) -> String {
    "\(folder)/\(SignFaceName(sign)).png"
  }
}
