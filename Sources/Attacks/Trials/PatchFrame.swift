/// The frame that patches are cut from, and where their values stand in a planar image.
struct PatchFrame: Sendable {
  let width: Int
  let height: Int

  /// A rectangle of pixels inside the frame.
  struct Patch {
    let columns: Range<Int>
    let rows: Range<Int>
  }

  /// The number of values in one plane.
  var area: Int { width * height }

  /// A rectangle around a pixel of the frame, cut off where it leaves the frame.
  func patch(width: Int, height: Int, centerX: Int, centerY: Int) -> Patch {
    let (left, top) = (centerX - width / 2, centerY - height / 2)
    return Patch(
      columns: max(left, 0)..<min(left + width, self.width), rows: max(top, 0)..<min(top + height, self.height))
  }

  /// The places of a patch's values in all three planes.
  func values(of patch: Patch) -> some Sequence<Int> {
    (0..<3).lazy.flatMap { plane in
      patch.rows.lazy.flatMap { y in
        patch.columns.lazy.map { plane * area + y * width + $0 }
      }
    }
  }
}
