import CKernels

/// How one image's activation lies in memory: rows of pixels of channels (NHWC), with a halo of zeros around.
///
/// The halo is as wide as the padding of the convolution that reads the activation, so that a patch can be read in
/// place. Nobody writes it after the buffer was made.
package struct Plane: Hashable, Sendable {
  package var height: Int
  package var width: Int
  package var channels: Int
  var halo = 0

  /// Floats from one row to the next.
  var rowStride: Int { (width + 2 * halo) * channels }
  /// Floats of the whole plane, halo included.
  var count: Int { (height + 2 * halo) * rowStride }
  /// Where the first pixel stands, counted from the start of the plane.
  var origin: Int { halo * rowStride + halo * channels }
  /// Floats without the halo.
  package var values: Int { height * width * channels }
  /// Bytes of a mask with one bit a value, each row in whole bytes.
  var maskBytes: Int { height * ((width * channels + 7) / 8) }

  func with(halo: Int) -> Plane {
    var plane = self
    plane.halo = halo
    return plane
  }

  /// The same for the kernels, which get pointers to the first pixel.
  var c: ck_plane {
    ck_plane(height: height, width: width, channels: channels, row_stride: rowStride)
  }
}
