import Imaging
import Records

/// A drive on one slide: a few of its photographs as the network got them, how fast the car was and what it read on the
/// way to the line, how it ended, and how large the perturbation was.
package struct DriveSheet: Sendable {
  let words: DriveWords
  let moments: [(occasion: DriveMoment.Occasion, moment: DriveMoment)]

  /// - Parameters:
  ///   - record: what happened.
  ///   - moments: photographs that were kept on the way; at most four of them are shown.
  ///   - names: the names of the classes.
  package init(record: DriveRecord, moments: [DriveMoment], names: ClassNames) {
    words = DriveWords(record, names: names)
    self.moments = DriveMoment.chosen(
      from: moments, brakingPoint: record.brakingPoint, isActedOn: record.sign.isActedOn)
  }

  /// Width and height of the sheet.
  package static let size = (width: 1920, height: 1080)

  /// The sheet as a picture.
  package func rendered() -> Image {
    var page = Image(width: DriveSheet.size.width, height: DriveSheet.size.height, color: Palette.page)
    drawHead(on: &page)
    let photographs = Photographs(moments, sign: words.record.sign.classNumber, area: Sheet.left)
    photographs.draw(on: &page)
    let x = photographs.right + Sheet.gap
    let right = PixelRectangle(
      x: x, y: Sheet.top, width: DriveSheet.size.width - Sheet.margin - x, height: Sheet.bottom - Sheet.top)
    drawCourse(on: &page, in: right)
    return page
  }

  /// The measures of the sheet, in pixels.
  enum Sheet {
    static let scale = SheetScale(unit: 1)
    static let margin = 64
    static let gap = 48
    static let top = 136
    static let bottom = 1020
    static let left = PixelRectangle(x: margin, y: top, width: 1072, height: bottom - top)
  }

  private func drawHead(on page: inout Image) {
    let right = DriveSheet.size.width - Sheet.margin
    let headline = words.headline
    let pill = page.drawPill(
      headline.words, right: right, middle: 66, color: DriveSheet.color(headline.judgement),
      scale: SheetScale(unit: 1.15))
    let title = words.twins.dropLast()
    let room = right - Sheet.margin - pill - 32
    let heading =
      stride(from: 21, through: 14, by: -1).lazy.map { TextStyle(capHeight: $0, weight: .bold) }
      .first { $0.width(of: String(title)) <= room } ?? TextStyle(capHeight: 14, weight: .bold)
    page.draw(
      heading.shortened(String(title), toFit: room), x: Sheet.margin, baseline: 72, style: heading, color: Palette.ink)
    let text = TextStyle(capHeight: 10)
    let lines = text.lines(
      of: words.record.scenario.name, separator: " · ", details, toFit: right - Sheet.margin, atMost: 2)
    for (line, part) in lines.enumerated() {
      page.draw(part, x: Sheet.margin, baseline: 100 + 20 * line, style: text, color: Palette.muted)
    }
  }

  private var details: String {
    let record = words.record
    var parts: [String] = []
    if let attack = record.attack {
      parts.append(AttackWords.title(attack, names: words.names) + " on the \(attack.surface)")
      parts.append(AttackWords.settings(attack))
    }
    parts += [AttackWords.model(record.subject.model), "seed \(record.seed)", words.arithmetic]
    return parts.joined(separator: " · ")
  }

  static func color(_ judgement: DriveWords.Judgement) -> Color {
    switch judgement {
    case .right: Palette.calm
    case .excused: Palette.warning
    case .wrong: Palette.alarm
    case .idle: Palette.ink
    }
  }
}
