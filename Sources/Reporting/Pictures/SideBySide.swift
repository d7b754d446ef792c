import Imaging
import Records

/// A clean and a crafted picture beside each other, with what was changed, what the network reads in each and how sure it
/// is, and the perturbation's norms: one picture that can go on a slide as it is.
package struct SideBySide: Sendable {
  /// What was done, said above the pictures.
  package struct Heading: Sendable {
    package var method: String
    /// The name and number of the class that the attack wanted; nil when any other would do.
    package var target: String?
    package var targetClass: Int?
    /// The budget on one line.
    package var budget: String
    package var model: String

    package init(method: String, target: String?, targetClass: Int?, budget: String, model: String) {
      self.method = method
      self.target = target
      self.targetClass = targetClass
      self.budget = budget
      self.model = model
    }

    /// `jsma towards yield`.
    var title: String { target.map { "\(method) towards \($0)" } ?? "\(method) away from the sign's class" }
  }

  /// Two pictures and what was read in them.
  package struct Comparison: Sendable {
    package var name: String
    package var clean: Image
    package var crafted: Image
    package var cleanReading: Reading
    package var craftedReading: Reading
    package var norms: Norms

    package init(
      name: String, clean: Image, crafted: Image, cleanReading: Reading, craftedReading: Reading, norms: Norms
    ) {
      self.name = name
      self.clean = clean
      self.crafted = crafted
      self.cleanReading = cleanReading
      self.craftedReading = craftedReading
      self.norms = norms
    }
  }

  /// Three panels of the pictures, each pixel a square where they are small enough.
  package let picture: Image

  private static let panel = 320
  private static let gap = 28
  private static let margin = 36
  private static let top = 104
  private static let caption = 96
  private static let bottom = 84

  /// - Precondition: both pictures have the same size.
  package init(_ comparison: Comparison, under heading: Heading) {
    let width = 2 * SideBySide.margin + 3 * SideBySide.panel + 2 * SideBySide.gap
    let height = SideBySide.top + SideBySide.panel + SideBySide.caption + SideBySide.bottom
    var sheet = Image(width: width, height: height, color: Palette.page)
    let verdict = Verdict(
      clean: comparison.cleanReading, crafted: comparison.craftedReading, target: heading.targetClass)
    SideBySide.drawHeading(heading, comparison.name, verdict, on: &sheet)
    let difference = SignedDifference(clean: comparison.clean, crafted: comparison.crafted)
    let fit = comparison.clean.fit(into: SideBySide.panel)
    let panels = [
      ("clean", comparison.clean), ("crafted", comparison.crafted),
      ("difference \(difference.label)", difference.picture),
    ]
    for (column, (title, image)) in panels.enumerated() {
      let x = SideBySide.margin + column * (SideBySide.panel + SideBySide.gap)
      let inset = (SideBySide.panel - fit.width) / 2
      sheet.draw(
        title, x: x, baseline: SideBySide.top - 10, style: TextStyle(capHeight: 11, weight: .bold), color: Palette.muted
      )
      sheet.paste(image.fitted(fit), x: x + inset, y: SideBySide.top)
      sheet.drawBox(
        PixelRectangle(x: x + inset - 1, y: SideBySide.top - 1, width: fit.width + 2, height: fit.height + 2),
        color: Palette.rule)
    }
    let captions = SideBySide.top + SideBySide.panel
    sheet.drawReading(
      comparison.cleanReading, x: SideBySide.margin, y: captions, width: SideBySide.panel, color: Palette.calm)
    sheet.drawReading(
      comparison.craftedReading, x: SideBySide.margin + SideBySide.panel + SideBySide.gap, y: captions,
      width: SideBySide.panel, color: verdict.color)
    SideBySide.drawLegend(
      enlargement: fit.factor, x: SideBySide.margin + 2 * (SideBySide.panel + SideBySide.gap), y: captions, on: &sheet)
    SideBySide.drawNorms(comparison.norms, y: captions + SideBySide.caption, on: &sheet)
    picture = sheet
  }

  private static func drawHeading(_ heading: Heading, _ name: String, _ verdict: Verdict, on sheet: inout Image) {
    let title = TextStyle(capHeight: 18, weight: .bold)
    let room = sheet.width - 2 * margin
    let word = verdict.word
    let badge = title.width(of: word)
    sheet.draw(
      title.shortened("\(name): \(heading.title)", toFit: room - badge - 40), x: margin, baseline: 50, style: title,
      color: Palette.ink)
    sheet.draw(word, x: sheet.width - margin, baseline: 50, style: title, color: verdict.color, alignment: .right)
    let line = TextStyle(capHeight: 10)
    sheet.draw(
      line.shortened("budget: \(heading.budget); model: \(heading.model)", toFit: room), x: margin, baseline: 74,
      style: line, color: Palette.muted)
  }

  private static func drawLegend(enlargement: Int, x: Int, y: Int, on sheet: inout Image) {
    let style = TextStyle(capHeight: 10)
    sheet.draw(
      "grey: unchanged; brighter or darker: by how much", x: x, baseline: y + 28, style: style, color: Palette.muted)
    sheet.draw(
      "pictures \(enlargement) times enlarged, no smoothing", x: x, baseline: y + 48, style: style, color: Palette.muted
    )
  }

  private static func drawNorms(_ norms: Norms, y: Int, on sheet: inout Image) {
    sheet.fill(PixelRectangle(x: 0, y: y, width: sheet.width, height: sheet.height - y), color: Palette.shade)
    let figures: [(String, String)] = [
      ("L0 pixels", Figure.count(norms.l0Pixels)), ("L0 values", Figure.count(norms.l0Features)),
      ("L1", Figure.decimal(norms.l1, places: 2)), ("L2", Figure.decimal(norms.l2, places: 3)),
      ("L-infinity", Figure.levels(norms.linf)),
      ("PSNR", norms.psnr.map { Figure.decimal($0, places: 1) + " dB" } ?? "equal"),
      ("SSIM", Figure.decimal(norms.ssim, places: 4)),
    ]
    let step = (sheet.width - 2 * margin) / figures.count
    for (column, (label, value)) in figures.enumerated() {
      let x = margin + column * step
      sheet.draw(label, x: x, baseline: y + 32, style: TextStyle(capHeight: 10), color: Palette.muted)
      sheet.draw(value, x: x, baseline: y + 58, style: TextStyle(capHeight: 14, weight: .bold), color: Palette.ink)
    }
  }
}
