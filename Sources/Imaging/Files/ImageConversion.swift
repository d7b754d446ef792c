/// A command that makes a picture which is read out of one that is not.
package enum ImageConversion: Sendable {
  /// ImageMagick, to PNG.
  case toPNG
  /// ImageMagick, the first picture of several.
  case firstToPNG
  /// ImageMagick, to a smaller PNG.
  case smaller
  /// Poppler, the first page.
  case firstPage
  /// FFmpeg, the first frame.
  case firstFrame

  /// What errors advise for a file.
  package func advice(for path: String) -> String {
    let name = ShellWord.quoted(path)
    let result = ShellWord.quoted(ImageConversion.stem(of: path) + ".png")
    switch self {
    case .toPNG: return "make a PNG of it: convert \(name) \(result)"
    case .firstToPNG: return "make a PNG of its first picture: convert \(ShellWord.quoted(path + "[0]")) \(result)"
    case .smaller:
      return
        "make it smaller: convert \(name) -resize 4096x4096 \(ShellWord.quoted(ImageConversion.stem(of: path) + "-small.png"))"
    case .firstPage:
      return
        "make a PNG of its first page: pdftoppm -png -singlefile \(name) \(ShellWord.quoted(ImageConversion.stem(of: path)))"
    case .firstFrame: return "make a PNG of its first frame: ffmpeg -i \(name) -frames:v 1 \(result)"
    }
  }

  /// The path without the last name's extension.
  private static func stem(of path: String) -> String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return path }
    return String(path[..<dot])
  }
}

/// A word of a shell's command line.
enum ShellWord {
  private static let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./+,:@%=-")

  /// The word so that a shell takes it as it is, and no program takes it for an option.
  static func quoted(_ word: String) -> String {
    let word = word.hasPrefix("-") ? "./" + word : word
    if !word.isEmpty && word.allSatisfy(plain.contains) { return word }
    return "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}
