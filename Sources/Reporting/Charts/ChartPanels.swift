import Imaging

/// Charts of one size under a common title, two in a row.
struct ChartPanels {
  let title: String
  /// What was measured, on one line.
  let details: String
  let panels: [LineChart]

  /// The measures of the page, in pixels.
  private enum Page {
    static let width = 1440
    static let margin = 40
    static let head = 100
    static let columns = 2
    static let gap = 40
    static let panelHeight = 380
  }

  func rendered() -> Image {
    let rows = (panels.count + Page.columns - 1) / Page.columns
    var page = Image(
      width: Page.width, height: Page.head + rows * (Page.panelHeight + Page.gap) + Page.margin / 2,
      color: Palette.page)
    page.drawSheetHead(title: title, details: details, margin: Page.margin)
    let width = (Page.width - 2 * Page.margin - Page.gap) / Page.columns
    for (place, panel) in panels.enumerated() {
      let area = PixelRectangle(
        x: Page.margin + place % Page.columns * (width + Page.gap),
        y: Page.head + place / Page.columns * (Page.panelHeight + Page.gap), width: width, height: Page.panelHeight)
      _ = panel.draw(on: &page, in: area, scale: SheetScale(unit: 1))
    }
    return page
  }
}
