import Settings

extension SignMemory {
  /// The most frames that may be asked for.
  static let frameCounts = 0...1_000_000

  /// - Throws: when the text is none of the ways to remember.
  package init(reading text: String) throws(SettingProblem) {
    if text == "spatial" {
      self = .spatial
      return
    }
    let words = text.split(separator: " ")
    guard words.count == 2, words[1] == "frames" || words[1] == "frame", let frames = Int(words[0]) else {
      throw SettingProblem("is '\(text)'; write 'spatial', or a number of frames such as '40 frames'.")
    }
    guard SignMemory.frameCounts ~= frames else {
      throw SettingProblem("is '\(text)'; it must be 0 to \(SignMemory.frameCounts.upperBound) frames.")
    }
    self = .frames(frames)
  }

  /// As files have it.
  package var text: String {
    switch self {
    case .spatial: "spatial"
    case .frames(let count): "\(count) frames"
    }
  }
}
