/// What stands before the image data of a JPEG file (ITU-T T.81, annex B): TurboJPEG, which decodes it, tells neither
/// its orientation nor how its inks are stored.
struct JPEGMarkers {
  /// What the first `APP1` marker with EXIF data holds.
  private(set) var exif: ArraySlice<UInt8>?
  /// Whether Adobe's `APP14` marker is there: programs that write it store inks inverted, 255 for none (libjpeg.txt,
  /// "Special color spaces").
  private(set) var isAdobe = false
  /// Where the first scan's data begin; nil where the markers do not lead there.
  private(set) var imageData: Int?
  /// Whether the file ends among the markers.
  private(set) var endsEarly = false

  /// What EXIF data in JPEG begin with (CIPA DC-008, 4.7.2).
  static let exifIdentifier: [UInt8] = Array("Exif\0\0".utf8)

  /// - Parameter file: a file that begins with JPEG's `SOI` marker.
  init(of file: [UInt8]) {
    var position = 2
    while true {
      switch JPEGSegment.next(at: position, in: file) {
      case .segment(let segment):
        position = segment.payload.endIndex
        if segment.marker == JPEGSegment.startOfScan {
          imageData = position
          return
        }
        take(segment)
      case .endOfFile:
        endsEarly = true
        return
      case .noSegment: return
      }
    }
  }

  private mutating func take(_ segment: JPEGSegment) {
    switch segment.marker {
    case JPEGSegment.application1 where exif == nil && segment.payload.starts(with: JPEGMarkers.exifIdentifier):
      exif = segment.payload
    case JPEGSegment.application14 where segment.payload.starts(with: "Adobe".utf8): isAdobe = true
    default: break
    }
  }
}
