/// What coefficients of a block are rounded to multiples of: 64 whole numbers, row by row from the mean's.
enum JPEGQuantization {
  /// Table K.1 of ITU-T T.81, scaled to a quality.
  static func luminance(quality: Int) -> [Float] { scaled(standardLuminance, quality: quality) }

  /// Table K.2 of ITU-T T.81, scaled to a quality.
  static func chrominance(quality: Int) -> [Float] { scaled(standardChrominance, quality: quality) }

  /// The Independent JPEG Group's scale: the table itself at 50, all ones at 100.
  private static func scaled(_ table: [Int], quality: Int) -> [Float] {
    let quality = min(max(quality, 1), 100)
    let percent = quality < 50 ? 5000 / quality : 200 - 2 * quality
    return table.map { Float(min(max(($0 * percent + 50) / 100, 1), 255)) }
  }

  private static let standardLuminance = [
    16, 11, 10, 16, 24, 40, 51, 61,
    12, 12, 14, 19, 26, 58, 60, 55,
    14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62,
    18, 22, 37, 56, 68, 109, 103, 77,
    24, 35, 55, 64, 81, 104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101,
    72, 92, 95, 98, 112, 100, 103, 99,
  ]

  private static let standardChrominance = [
    17, 18, 24, 47, 99, 99, 99, 99,
    18, 21, 26, 66, 99, 99, 99, 99,
    24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
  ]
}
