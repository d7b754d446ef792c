import Experiments
import Imaging
import Records
import Reporting

/// What `stopline attack` leaves in its folder.
struct CraftedFiles {
  private let result: AttackExperiment.Result
  private let report: AttackReport

  init(_ result: AttackExperiment.Result, _ report: AttackReport) {
    self.result = result
    self.report = report
  }

  /// What a run on pictures of these names writes.
  static func names(of names: [String]) -> Set<String> {
    let pictures = names.flatMap { name in ["clean", "crafted", "side-by-side"].map { "\(name).\($0).png" } }
    let pages = names.count > 1 ? (names.count - 1) / ContactSheet.entriesPerPage + 1 : 0
    return Set(pictures + (0..<pages).map(sheet) + [record])
  }

  private static let record = "attack.json"

  private static func sheet(_ page: Int) -> String { page == 0 ? "sheet.png" : "sheet-\(page + 1).png" }

  /// What made the pictures, for their text chunks.
  private var maker: String { "\(report.title) (\(report.details))" }

  func write(into folder: OutputFolder) throws {
    for image in result.images {
      let name = image.record.name
      try folder.write(image.clean, as: "\(name).clean.png", maker: "clean, as the network read it")
      try folder.write(image.crafted, as: "\(name).crafted.png", maker: maker)
      try folder.write(sideBySide(image).rendered(), as: "\(name).side-by-side.png", maker: maker)
    }
    if result.images.count > 1 { try writeSheet(into: folder) }
    try folder.write(result.record, as: CraftedFiles.record)
  }

  private func sideBySide(_ image: AttackExperiment.Crafted) -> SideBySide {
    SideBySide(
      title: report.title, name: image.record.name, details: report.details,
      clean: ReadPicture(image: image.clean, reading: image.record.clean),
      crafted: ReadPicture(image: image.crafted, reading: image.record.crafted), norms: image.record.norms,
      verdict: verdict(on: image.record))
  }

  private func writeSheet(into folder: OutputFolder) throws {
    let sheet = ContactSheet(
      title: report.title, details: report.details,
      entries: result.images.map { image in
        ContactSheet.Entry(
          name: image.record.name, clean: ReadPicture(image: image.clean, reading: image.record.clean),
          crafted: ReadPicture(image: image.crafted, reading: image.record.crafted), norms: image.record.norms,
          verdict: verdict(on: image.record))
      })
    for page in 0..<sheet.pageCount {
      try folder.write(sheet.page(page), as: CraftedFiles.sheet(page), maker: maker)
    }
  }

  private func verdict(on image: AttackedImageRecord) -> PictureVerdict {
    PictureVerdict(clean: image.clean, crafted: image.crafted, goal: result.record.attack.goal)
  }
}
