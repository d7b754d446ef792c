import Imaging
import Records

/// Which class was read at each distance, as a coloured ribbon a drive, with a legend.
struct ReadingRibbon {
  private let record: DriveRecord

  init(_ record: DriveRecord) {
    self.record = record
  }

  private static let thickness = 22

  /// Draws the ribbons under a chart of the same width that runs from far to near.
  func draw(x: Int, y: Int, width: Int, on sheet: inout Image) {
    let farthest = max((record.motion + record.cleanMotion).map(\.distance).max() ?? 1, 1)
    let scale = Double(width) / (farthest + 5)
    let ribbons: [(String, [(distance: Double, read: Int?)])] =
      record.attack == nil
      ? [("read", record.frames.map { ($0.distance, $0.clean.classNumber) })]
      : [
        ("clean", record.cleanFrames.map { ($0.distance, $0.clean.classNumber) }),
        ("attacked", record.frames.map { ($0.distance, $0.attacked?.classNumber) }),
      ]
    let style = TextStyle(capHeight: 9)
    for (row, (title, readings)) in ribbons.enumerated() {
      let top = y + row * (ReadingRibbon.thickness + 10)
      sheet.fill(PixelRectangle(x: x, y: top, width: width, height: ReadingRibbon.thickness), color: Palette.shade)
      sheet.draw(title, x: x - 8, baseline: top + 15, style: style, color: Palette.muted, alignment: .right)
      for (index, reading) in readings.enumerated() {
        let next = index + 1 < readings.count ? readings[index + 1].distance : reading.distance - 0.7
        let left = Int((farthest - reading.distance) * scale)
        let right = max(left + 1, Int((farthest - next) * scale))
        sheet.fill(
          PixelRectangle(x: x + left, y: top, width: min(right, width) - left, height: ReadingRibbon.thickness),
          color: color(of: reading.read))
      }
    }
    drawLegend(x: x, y: y + ribbons.count * (ReadingRibbon.thickness + 10) + 8, on: &sheet)
  }

  private func color(of read: Int?) -> Color {
    guard let read else { return Palette.blank }
    if read == record.flips.from { return Palette.calm }
    return read == record.flips.to ? Palette.alarm : Palette.warning
  }

  private func drawLegend(x: Int, y: Int, on sheet: inout Image) {
    let style = TextStyle(capHeight: 9)
    var left = x
    for (label, color) in [
      ("read as the sign is", Palette.calm), ("read as the attack wants", Palette.alarm),
      ("read as another class", Palette.warning), ("rejected", Palette.blank),
    ] {
      sheet.fill(PixelRectangle(x: left, y: y, width: 14, height: 14), color: color)
      sheet.draw(label, x: left + 20, baseline: y + 12, style: style, color: Palette.ink)
      left += 20 + style.width(of: label) + 26
    }
  }
}
