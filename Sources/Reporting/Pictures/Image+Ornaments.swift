import Imaging

extension Image {
  /// Draws a word in capitals' size on a rounded ground.
  /// - Returns: how wide it is.
  mutating func drawPill(_ word: String, right: Int, middle: Int, color: Color, scale: SheetScale) -> Int {
    let style = scale.text(12, .bold)
    let width = style.width(of: word) + scale(36)
    let ground = PixelRectangle(x: right - width, y: middle - scale(17), width: width, height: scale(34))
    fillRounded(ground, radius: Double(ground.height) / 2, color: color)
    draw(
      word, x: ground.x + scale(18), baseline: middle + style.capHeight / 2, style: style, color: Palette.page)
    return width
  }

  /// Draws a share in [0, 1] as the filled part of a bar.
  mutating func drawBar(_ share: Double, in bar: PixelRectangle, color: Color) {
    let round = Double(bar.height) / 2
    fillRounded(bar, radius: round, color: Palette.rule)
    let filled = Int((Double(bar.width) * min(max(share, 0), 1)).rounded())
    guard filled > 0 else { return }
    let part = PixelRectangle(x: bar.x, y: bar.y, width: max(filled, bar.height), height: bar.height)
    fillRounded(part, radius: round, color: color)
  }
}
