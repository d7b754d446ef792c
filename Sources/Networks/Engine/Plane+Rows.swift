import CKernels

extension Plane {
  /// Some of its rows for the kernels, which get pointers to the first row's first pixel.
  func c(_ rows: Range<Int>) -> ck_plane {
    ck_plane(height: rows.count, width: width, channels: channels, row_stride: rowStride)
  }

  /// Where the first pixel of the first of `rows` stands, counted from the start of the plane.
  func start(of rows: Range<Int>) -> Int { origin + rows.lowerBound * rowStride }

  /// Zeroes whole rows, halo excluded, from the first pixel of a row on.
  func clear(_ values: UnsafeMutablePointer<Float>, rows: Int) {
    for y in 0..<rows { (values + y * rowStride).update(repeating: 0, count: width * channels) }
  }

  /// Copies `count` channels of each pixel of `rows` from one image's plane to another's of the same height and width;
  /// both pointers are to the planes' starts.
  static func copy(
    _ count: Int, rows: Range<Int>, from source: UnsafePointer<Float>, _ sourcePlane: Plane, channel first: Int,
    to target: UnsafeMutablePointer<Float>, _ targetPlane: Plane, channel targetFirst: Int
  ) {
    for y in rows {
      let from = source + sourcePlane.start(of: y..<y) + first
      let to = target + targetPlane.start(of: y..<y) + targetFirst
      if count == sourcePlane.channels && count == targetPlane.channels {
        to.update(from: from, count: sourcePlane.width * count)
      } else {
        for x in 0..<sourcePlane.width {
          (to + x * targetPlane.channels).update(from: from + x * sourcePlane.channels, count: count)
        }
      }
    }
  }
}

extension Window {
  /// The same for the kernels.
  var c: ck_window {
    ck_window(
      height: height, width: width, stride_down: strideDown, stride_across: strideAcross, top: padding.top,
      left: padding.left)
  }
}
