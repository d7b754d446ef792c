import Imaging
import Records

/// Many clean and crafted pictures on one sheet: a row of three panels each, two rows beside each other.
package struct ContactSheet: Sendable {
  package let picture: Image
  /// How many comparisons did not fit.
  package let leftOut: Int

  /// So many comparisons stay a picture that viewers open.
  package static let most = 120

  private static let panel = 128
  private static let gap = 10
  private static let margin = 36
  private static let top = 96
  private static let captionHeight = 54
  private static let columns = 2
  private static let columnGap = 44

  package init(_ comparisons: [SideBySide.Comparison], under heading: SideBySide.Heading) {
    let shown = comparisons.prefix(ContactSheet.most)
    leftOut = comparisons.count - shown.count
    let rows = (shown.count + ContactSheet.columns - 1) / ContactSheet.columns
    let columnWidth = 3 * ContactSheet.panel + 2 * ContactSheet.gap
    var sheet = Image(
      width: 2 * ContactSheet.margin + ContactSheet.columns * columnWidth + ContactSheet.columnGap,
      height: ContactSheet.top + max(1, rows) * (ContactSheet.panel + ContactSheet.captionHeight) + ContactSheet.margin
        / 2,
      color: Palette.page)
    ContactSheet.drawHeading(heading, Array(shown), leftOut: leftOut, on: &sheet)
    for (index, comparison) in shown.enumerated() {
      ContactSheet.draw(
        comparison, target: heading.targetClass,
        x: ContactSheet.margin + index % ContactSheet.columns * (columnWidth + ContactSheet.columnGap),
        y: ContactSheet.top + index / ContactSheet.columns * (ContactSheet.panel + ContactSheet.captionHeight),
        on: &sheet)
    }
    picture = sheet
  }

  private static func drawHeading(
    _ heading: SideBySide.Heading, _ shown: [SideBySide.Comparison], leftOut: Int, on sheet: inout Image
  ) {
    let title = TextStyle(capHeight: 18, weight: .bold)
    let flipped = shown.count {
      Verdict(clean: $0.cleanReading, crafted: $0.craftedReading, target: heading.targetClass) == .flipped
    }
    sheet.draw(
      title.shortened("\(heading.title): \(flipped) of \(shown.count) flipped", toFit: sheet.width - 2 * margin),
      x: margin, baseline: 46, style: title, color: Palette.ink)
    let line = TextStyle(capHeight: 9)
    let rest = leftOut > 0 ? "; \(leftOut) more are not shown" : ""
    sheet.draw(
      line.shortened(
        "clean, crafted, difference (factor stated); budget: \(heading.budget); model: \(heading.model)\(rest)",
        toFit: sheet.width - 2 * margin), x: margin, baseline: 68, style: line, color: Palette.muted)
  }

  private static func draw(
    _ comparison: SideBySide.Comparison, target: Int?, x: Int, y: Int, on sheet: inout Image
  ) {
    let difference = SignedDifference(clean: comparison.clean, crafted: comparison.crafted)
    let fit = comparison.clean.fit(into: panel)
    for (column, image) in [comparison.clean, comparison.crafted, difference.picture].enumerated() {
      sheet.paste(image.fitted(fit), x: x + column * (panel + gap), y: y)
    }
    let verdict = Verdict(clean: comparison.cleanReading, crafted: comparison.craftedReading, target: target)
    let style = TextStyle(capHeight: 9, weight: .bold)
    let small = TextStyle(capHeight: 8)
    for (column, reading) in [comparison.cleanReading, comparison.craftedReading].enumerated() {
      let left = x + column * (panel + gap)
      sheet.draw(
        style.shortened(reading.name ?? "rejected", toFit: panel), x: left, baseline: y + panel + 16, style: style,
        color: column == 0 ? Palette.calm : verdict.color)
      sheet.draw(
        Figure.percent(reading.confidence), x: left, baseline: y + panel + 32, style: small, color: Palette.muted)
    }
    let left = x + 2 * (panel + gap)
    sheet.draw(
      small.shortened("\(difference.label)  L0 \(Figure.count(comparison.norms.l0Features))", toFit: panel), x: left,
      baseline: y + panel + 16, style: small, color: Palette.ink)
    sheet.draw(
      small.shortened("L2 \(Figure.decimal(comparison.norms.l2, places: 2))  \(comparison.name)", toFit: panel),
      x: left,
      baseline: y + panel + 32, style: small, color: Palette.muted)
  }
}
