import Imaging
import Records

extension Image {
  /// Writes what was read and how sure the network is, with a bar of that length.
  mutating func drawReading(_ reading: Reading, x: Int, y: Int, width: Int, color: Color) {
    let name = TextStyle(capHeight: 15, weight: .bold)
    let sure = TextStyle(capHeight: 12)
    let share = Figure.percent(reading.confidence)
    let title = reading.name ?? "rejected"
    draw(
      name.shortened(title, toFit: width - sure.width(of: share) - 16), x: x, baseline: y + 32, style: name,
      color: color)
    draw(share, x: x + width, baseline: y + 32, style: sure, color: Palette.ink, alignment: .right)
    let bar = PixelRectangle(x: x, y: y + 44, width: width, height: 8)
    fillRounded(bar, radius: 4, color: Palette.rule)
    let filled = Int((Double(width) * min(max(reading.confidence, 0), 1)).rounded())
    if filled > 0 {
      fillRounded(PixelRectangle(x: x, y: y + 44, width: filled, height: 8), radius: 4, color: color)
    }
  }
}
