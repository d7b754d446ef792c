import Imaging
import Records

/// A drive on one picture: what the network got at a few distances, clean and crafted, over the speed of both drives and
/// what was read on the way.
package struct DriveSheet: Sendable {
  /// A photograph at one distance.
  package struct Frame: Sendable {
    package var distance: Double
    package var clean: Image
    package var crafted: Image?
    package var cleanReading: Reading
    package var craftedReading: Reading?

    package init(
      distance: Double, clean: Image, crafted: Image?, cleanReading: Reading, craftedReading: Reading?
    ) {
      self.distance = distance
      self.clean = clean
      self.crafted = crafted
      self.cleanReading = cleanReading
      self.craftedReading = craftedReading
    }
  }

  package let picture: Image

  private static let panel = 256
  private static let gap = 20
  private static let margin = 40
  private static let top = 110
  private static let caption = 56
  private static let rowLabel = 92

  package init(_ record: DriveRecord, frames: [Frame]) {
    let rows = record.attack == nil ? 1 : 3
    let columns = max(frames.count, 3)
    let width =
      2 * DriveSheet.margin + DriveSheet.rowLabel + columns * DriveSheet.panel + (columns - 1) * DriveSheet.gap
    let photographs = rows * (DriveSheet.panel + DriveSheet.caption)
    var sheet = Image(width: width, height: DriveSheet.top + photographs + 500, color: Palette.page)
    DriveSheet.drawHeading(record, on: &sheet)
    for (column, frame) in frames.enumerated() {
      let x = DriveSheet.margin + DriveSheet.rowLabel + column * (DriveSheet.panel + DriveSheet.gap)
      DriveSheet.draw(frame, record: record, x: x, on: &sheet)
    }
    DriveSheet.drawRowLabels(rows, on: &sheet)
    let below = PixelRectangle(
      x: DriveSheet.margin, y: DriveSheet.top + photographs + 10, width: width - 2 * DriveSheet.margin, height: 330)
    SpeedChart(record).chart.draw(in: below, on: &sheet)
    ReadingRibbon(record).draw(x: below.x + 64, y: below.bottom + 10, width: below.width - 72, on: &sheet)
    picture = sheet
  }

  private static func drawHeading(_ record: DriveRecord, on sheet: inout Image) {
    let title = TextStyle(capHeight: 20, weight: .bold)
    let isSafe = (record.attacked ?? record.clean).outcome == "stopped"
    let room = sheet.width - 2 * margin
    sheet.draw(
      title.shortened(DriveText.verdict(on: record), toFit: room), x: margin, baseline: 52, style: title,
      color: isSafe ? Palette.calm : Palette.alarm)
    var parts = ["scenario \(record.scenario), seed \(record.seed)"]
    if let attack = record.attack {
      let l0 = record.norms.l0Features.map { Figure.decimal($0.median, places: 0) } ?? "-"
      let l2 = record.norms.l2.map { Figure.decimal($0.median, places: 2) } ?? "-"
      let linf = record.norms.linf.map { Figure.levels($0.median) } ?? "-"
      parts.append("attack \(attack.method) on the \(attack.surface)")
      parts.append("\(record.flips.stopToYield) of \(record.flips.frames) frames flipped")
      parts.append("median L0 \(l0) of 3072 values, L2 \(l2), L-infinity \(linf)")
    }
    let line = TextStyle(capHeight: 11)
    sheet.draw(
      line.shortened(parts.joined(separator: "; "), toFit: room), x: margin, baseline: 80, style: line,
      color: Palette.muted)
  }

  private static func drawRowLabels(_ rows: Int, on sheet: inout Image) {
    let style = TextStyle(capHeight: 11, weight: .bold)
    for (row, label) in ["clean", "crafted", "difference"].prefix(rows).enumerated() {
      sheet.draw(
        label, x: margin, baseline: top + row * (panel + caption) + panel / 2, style: style, color: Palette.muted)
    }
  }

  private static func draw(_ frame: Frame, record: DriveRecord, x: Int, on sheet: inout Image) {
    let fit = frame.clean.fit(into: panel)
    let heading = TextStyle(capHeight: 11, weight: .bold)
    sheet.draw(
      "\(Figure.decimal(frame.distance, places: 1)) m", x: x, baseline: top - 8, style: heading, color: Palette.ink)
    sheet.paste(frame.clean.fitted(fit), x: x, y: top)
    sheet.drawReading(frame.cleanReading, x: x, y: top + panel - 8, width: panel, color: Palette.calm)
    guard let crafted = frame.crafted, let reading = frame.craftedReading else { return }
    let second = top + panel + caption
    let verdict = Verdict(clean: frame.cleanReading, crafted: reading, target: record.attack?.goal.to)
    sheet.paste(crafted.fitted(fit), x: x, y: second)
    sheet.drawReading(reading, x: x, y: second + panel - 8, width: panel, color: verdict.color)
    let difference = SignedDifference(clean: frame.clean, crafted: crafted)
    let third = second + panel + caption
    sheet.paste(difference.picture.fitted(fit), x: x, y: third)
    sheet.draw(
      "\(difference.label) enlarged change", x: x, baseline: third + panel + 22, style: TextStyle(capHeight: 10),
      color: Palette.muted)
  }
}
