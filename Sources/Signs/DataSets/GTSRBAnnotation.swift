import Imaging

/// What a data set says about one photograph before it is read.
struct GTSRBAnnotation: Sendable, Equatable {
  /// The region of the sign in the original photograph, as the benchmark's CSV files have it.
  struct Region: Sendable, Equatable {
    /// The size of the original photograph in pixels.
    let width: Int
    let height: Int
    /// The sign's box in pixels from the top left; `x2` and `y2` lie behind it.
    let x1: Int
    let y1: Int
    let x2: Int
    let y2: Int

    /// The size of the original photograph.
    var shape: PictureShape { PictureShape(height: height, width: width) }

    /// The sign's box.
    var sign: SignBox { SignBox(x: Double(x1), y: Double(y1), width: Double(x2 - x1), height: Double(y2 - y1)) }
  }

  /// The file below the set's folder.
  let name: String
  let label: SignClass
  /// Nil where the set has no CSV file: the whole photograph is taken.
  let region: Region?

  /// Which sign of its class this is: the name without its last number, `00000` of `00000_00029.ppm`. A name that is
  /// not made of two numbers or more is a track of its own.
  var track: Substring {
    let stem = name[..<(name.lastIndex(of: ".") ?? name.endIndex)]
    let file = stem[(stem.lastIndex(of: "/").map(stem.index(after:)) ?? stem.startIndex)...]
    let numbers = file.split(separator: "_", omittingEmptySubsequences: false)
    guard numbers.count >= 2, numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) else { return stem }
    return stem[..<numbers[numbers.count - 2].endIndex]
  }
}
