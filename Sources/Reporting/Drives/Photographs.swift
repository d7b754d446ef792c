import Imaging
import Records

/// The photographs of a drive sheet: a column a moment with clean, crafted, difference and control, or a square of four when there
/// was no attack.
struct Photographs {
  private let moments: [(occasion: DriveMoment.Occasion, moment: DriveMoment)]
  private let area: PixelRectangle
  /// The class number of the sign that is there.
  private let sign: Int
  private let attacked: Bool
  /// How much larger the changes are shown, the same for all columns.
  private let factor: Double
  private let side: Int
  private let columns: Int

  private static let gap = 16
  private static let heading = 24
  private static let caption = 23

  init(_ moments: [(occasion: DriveMoment.Occasion, moment: DriveMoment)], sign: Int, area: PixelRectangle) {
    self.moments = moments
    self.area = area
    self.sign = sign
    attacked = moments.contains { $0.moment.crafted != nil }
    factor =
      moments.compactMap { _, moment in
        moment.crafted.map { SignedDifference.factor(clean: moment.clean.image, crafted: $0.image) }
      }.min() ?? 1
    side = attacked ? 192 : 384
    columns = attacked ? max(1, moments.count) : 2
  }

  /// The first column of the page that is free.
  var right: Int {
    moments.isEmpty ? area.x : area.x + columns * side + (columns - 1) * Photographs.gap
  }

  func draw(on page: inout Image) {
    for (index, (occasion, moment)) in moments.enumerated() {
      let x = area.x + index % columns * (side + Photographs.gap)
      let blockHeight = Photographs.heading + side + Photographs.caption + 12
      var y = area.y + (attacked ? 0 : index / columns * blockHeight)
      drawHeading(occasion, moment, on: &page, x: x, y: y)
      y += Photographs.heading
      for panel in panels(moment) {
        drawPanel(panel, on: &page, x: x, y: y)
        y += side + Photographs.caption
      }
    }
  }

  /// A picture and the words below it.
  private struct Panel {
    var picture: Image
    var label: String
    var words: String
    var figure: String
    var color: Color
  }

  private func panels(_ moment: DriveMoment) -> [Panel] {
    func panel(_ read: ReadPicture, _ label: String) -> Panel {
      let color = read.reading.classNumber == sign ? Palette.calm : Palette.alarm
      return Panel(
        picture: read.image, label: label, words: read.reading.words,
        figure: Figure.percent(read.reading.confidence), color: color)
    }
    guard let crafted = moment.crafted else { return [panel(moment.clean, "")] }
    let difference = SignedDifference(clean: moment.clean.image, crafted: crafted.image, factor: factor)
    let measured = ImageDifference(clean: moment.clean.image, crafted: crafted.image)
    return [
      panel(moment.clean, "clean"), panel(crafted, "crafted"),
      Panel(
        picture: difference.picture, label: "difference \(difference.label)",
        words: "\(Figure.count(measured.l0Pixels)) pixels", figure: "", color: Palette.ink),
    ] + (moment.control.map { [panel($0, "noise")] } ?? [])
  }

  private func drawHeading(
    _ occasion: DriveMoment.Occasion, _ moment: DriveMoment, on page: inout Image, x: Int, y: Int
  ) {
    page.draw(
      occasion.rawValue, x: x, baseline: y + 14, style: TextStyle(capHeight: 10, weight: .bold), color: Palette.ink)
    page.draw(
      DriveWords.meters(moment.distance), x: x + side, baseline: y + 14, style: TextStyle(capHeight: 10),
      color: Palette.muted, alignment: .right)
  }

  private func drawPanel(_ panel: Panel, on page: inout Image, x: Int, y: Int) {
    let fit = panel.picture.fit(into: side)
    page.fill(PixelRectangle(x: x, y: y, width: side, height: side), color: Palette.shade)
    page.paste(panel.picture.fitted(fit), x: x + (side - fit.width) / 2, y: y + (side - fit.height) / 2)
    let (small, bold) = (TextStyle(capHeight: 9), TextStyle(capHeight: 10, weight: .bold))
    let baseline = y + side + 17
    page.draw(panel.figure, x: x + side, baseline: baseline, style: small, color: Palette.ink, alignment: .right)
    page.draw(panel.label, x: x, baseline: baseline, style: small, color: Palette.muted)
    let start = panel.label.isEmpty ? 0 : small.width(of: panel.label) + 8
    page.draw(
      bold.shortened(panel.words, toFit: side - start - small.width(of: panel.figure) - 8), x: x + start,
      baseline: baseline, style: bold, color: panel.color)
  }
}
