import Groundwork
import Imaging

/// Square pictures as 8-bit levels with the class each shows: 3 KB a picture of 32 × 32.
package struct LabelledPictures: Sendable {
  /// Width and height of every picture.
  package let side: Int
  /// Of each picture `(3, side, side)`, planar RGB.
  package private(set) var levels: ByteRecords
  /// The class of each picture.
  package private(set) var labels: [Int] = []

  /// No pictures yet.
  package init(side: Int) {
    precondition(side > 0, "a picture has at least one pixel")
    self.side = side
    levels = ByteRecords(length: 3 * side * side)
  }

  /// Pictures that are there already, in memory or in a file.
  /// - Precondition: there is a label for every picture, and pictures are `side` × `side`.
  package init(side: Int, levels: ByteRecords, labels: [Int]) {
    precondition(
      levels.length == 3 * side * side && levels.count == labels.count, "each picture has a size and a label")
    self.side = side
    self.levels = levels
    self.labels = labels
  }

  /// How many pictures.
  package var count: Int { labels.count }

  /// How many levels one picture has.
  package var stride: Int { 3 * side * side }

  /// - Precondition: the picture is `side` × `side`.
  package mutating func append(_ image: Image, label: Int) {
    precondition(image.width == side && image.height == side, "labelled pictures have one size")
    append(levels: image.samples.lazy.map(Image.level), label: label)
  }

  /// - Parameter levels: a picture's 8-bit levels, `(3, side, side)`.
  /// - Precondition: there are `stride` of them.
  package mutating func append(levels: some Collection<UInt8>, label: Int) {
    precondition(levels.count == stride, "labelled pictures have one size")
    self.levels.append(levels)
    labels.append(label)
  }

  /// Some pictures as a network reads them: `(range.count, 3, side, side)`, levels in [0, 1].
  package func batch(_ range: Range<Int>) -> Tensor {
    Tensor(shape: [range.count, 3, side, side], elements: levels.shares(range))
  }
}
