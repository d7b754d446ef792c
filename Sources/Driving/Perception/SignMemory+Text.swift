import Settings

extension SignMemory {
  /// What a memory may be in time.
  static let durations = QuantityRange(.duration, in: .seconds, 0...3600)
  /// What it may be in photographs.
  static let frameCounts = 0...1_000_000
  /// How files write it, for the reference.
  static let form = "a \(durations.form), or frames: `40 frames`, or `spatial`"

  /// - Throws: when the text is none of the ways to remember.
  package init(reading text: String) throws(SettingProblem) {
    let words = text.split(separator: " ")
    if text == "spatial" {
      self = .spatial
    } else if words.count == 2, words[1] == "frames" || words[1] == "frame", let frames = Int(words[0]) {
      guard SignMemory.frameCounts ~= frames else {
        throw SettingProblem("is '\(text)'; it must be 0 to \(SignMemory.frameCounts.upperBound) frames.")
      }
      self = .frames(frames)
    } else {
      do {
        self = .duration(try SignMemory.durations.value(of: text, example: 2))
      } catch {
        throw SettingProblem(
          "is '\(text)'; write a time such as '2 s', up to \(decimal(SignMemory.durations.range.upperBound)) s, a number of "
            + "frames such as '40 frames', or 'spatial'.")
      }
    }
  }

  /// As files have it.
  package var text: String {
    switch self {
    case .duration(let seconds): SignMemory.durations.text(of: seconds)
    case .frames(let count): "\(count) frames"
    case .spatial: "spatial"
    }
  }
}
