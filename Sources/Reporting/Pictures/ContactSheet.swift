import Imaging
import Records

/// Many attacked pictures on a few pages: clean, crafted and difference of each in small, with what was read.
package struct ContactSheet: Sendable {
  /// One picture and what became of it.
  package struct Entry: Sendable {
    package var name: String
    package var clean: ReadPicture
    package var crafted: ReadPicture
    package var norms: Norms
    package var verdict: PictureVerdict

    /// - Precondition: both pictures have the same size.
    package init(name: String, clean: ReadPicture, crafted: ReadPicture, norms: Norms, verdict: PictureVerdict) {
      precondition(
        clean.image.width == crafted.image.width && clean.image.height == crafted.image.height,
        "pictures side by side have one size")
      self.name = name
      self.clean = clean
      self.crafted = crafted
      self.norms = norms
      self.verdict = verdict
    }
  }

  /// What was done: the attack and its goal.
  package var title: String
  /// What else must be said: budget, model, how many flipped.
  package var details: String
  package var entries: [Entry]

  package init(title: String, details: String, entries: [Entry]) {
    self.title = title
    self.details = details
    self.entries = entries
  }

  /// How many pictures one page holds.
  package static let entriesPerPage = 24

  /// How many pages the entries fill.
  package var pageCount: Int { (entries.count + ContactSheet.entriesPerPage - 1) / ContactSheet.entriesPerPage }

  /// One page, counted from 0; 1280 wide and as high as its entries need.
  /// - Precondition: the page exists.
  package func page(_ number: Int) -> Image {
    precondition((0..<pageCount).contains(number), "a contact sheet has pages 0 to its page count")
    let first = number * ContactSheet.entriesPerPage
    let shown = entries[first..<min(first + ContactSheet.entriesPerPage, entries.count)]
    let rows = (shown.count + Grid.columns - 1) / Grid.columns
    var page = Image(
      width: Grid.width, height: Grid.top + rows * Grid.rowHeight + Grid.margin, color: Palette.page)
    page.drawSheetHead(
      title: title, details: details, margin: Grid.margin,
      note: pageCount > 1 ? "page \(number + 1) of \(pageCount)" : nil)
    for (place, entry) in shown.enumerated() {
      draw(
        entry, on: &page, x: Grid.margin + place % Grid.columns * (Grid.cellWidth + Grid.gap),
        y: Grid.top + place / Grid.columns * Grid.rowHeight)
    }
    return page
  }

  /// The measures of a page, in pixels.
  enum Grid {
    static let width = 1280
    static let margin = 24
    static let top = 104
    static let columns = 3
    static let gap = 28
    static let picture = 128
    static let pictureGap = 4
    static let cellWidth = 3 * picture + 2 * pictureGap
    static let caption = 20
    static let rowHeight = caption + picture + 44
  }
}
