import Imaging
import Records

/// One attacked picture on a slide: clean, crafted and the difference, what the network reads on them and how sure it is,
/// and how large the perturbation is.
package struct SideBySide: Sendable {
  /// What was done: the attack and its goal.
  package var title: String
  /// What the picture is called; cut where there is no room for it.
  package var name: String
  /// What else must be said: budget, model, seed.
  package var details: String
  package var clean: ReadPicture
  package var crafted: ReadPicture
  package var norms: Norms
  package var verdict: PictureVerdict

  /// - Precondition: both pictures have the same size.
  package init(
    title: String, name: String, details: String, clean: ReadPicture, crafted: ReadPicture, norms: Norms,
    verdict: PictureVerdict
  ) {
    precondition(
      clean.image.width == crafted.image.width && clean.image.height == crafted.image.height,
      "pictures side by side have one size")
    self.title = title
    self.name = name
    self.details = details
    self.clean = clean
    self.crafted = crafted
    self.norms = norms
    self.verdict = verdict
  }

  /// The sheet: 1280 x 720 for pictures up to 44 pixels; larger for larger ones, which are still enlarged 8 times up to
  /// 96 pixels, and shrunk only above 768.
  package func rendered() -> Image {
    let layout = Layout(for: clean.image)
    var page = Image(width: layout.width, height: layout.height, color: Palette.page)
    drawHead(on: &page, layout)
    drawPanels(on: &page, layout)
    drawNorms(on: &page, layout)
    return page
  }

  /// Where things stand on a sheet.
  struct Layout: Sendable {
    let scale: SheetScale
    /// How the pictures are enlarged.
    let fit: Image.Fit
    /// The side of the square that each picture stands in the middle of.
    let side: Int

    init(for picture: Image) {
      let longest = max(picture.width, picture.height)
      let room = longest * 8 <= 352 ? 352 : min(longest * 8, 768)
      fit = picture.fit(into: room)
      side = max(352, max(fit.width, fit.height))
      scale = SheetScale(unit: Double(side) / 352)
    }

    var width: Int { 2 * margin + 3 * side + 2 * gap }
    var height: Int { scale(720) }
    var margin: Int { scale(76) }
    var gap: Int { scale(36) }
    var panelTop: Int { scale(150) }

    /// The left side of a panel's square: 0 clean, 1 crafted, 2 difference.
    func left(_ panel: Int) -> Int { margin + panel * (side + gap) }

    /// Where a panel's picture stands on the sheet.
    func picture(_ panel: Int) -> PixelRectangle {
      PixelRectangle(
        x: left(panel) + (side - fit.width) / 2, y: panelTop + (side - fit.height) / 2, width: fit.width,
        height: fit.height)
    }
  }
}
