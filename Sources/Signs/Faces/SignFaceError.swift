import Groundwork
import Imaging

/// Why a sign's face cannot be loaded.
package enum SignFaceError: ExplainedError, Equatable {
  /// The picture cannot be read.
  case picture(ImageFileError)
  /// Every pixel of the picture is transparent.
  case transparent(path: String)
  /// The folder has no face for the class.
  case noFace(SignClass, folder: String, available: [SignClass])
  /// A picture among the faces is not named after a class.
  case misnamed(path: String)

  package var kind: FaultKind {
    switch self {
    case .picture(let error): error.kind
    case .transparent, .misnamed: .badData
    case .noFace: .missingInput
    }
  }

  package var description: String {
    switch self {
    case .picture(let error): error.description
    case .transparent(let path): "\(path): the picture is transparent all over; give one with an opaque sign on it."
    case .noFace(let sign, let folder, let available):
      available.isEmpty
        ? "\(folder): holds no sign faces; name the folder Assets/Signs of Stopline."
        : "\(folder): holds no face for \(sign.name); there are \(available.map(\.name).joined(separator: ", "))."
    case .misnamed(let path):
      "\(path): is not named after a sign class; name it as in 14-stop.png, 14-stop.us.png or 14-stop.VARIANT.png."
    }
  }
}
