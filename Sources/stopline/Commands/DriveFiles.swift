import Experiments
import Records
import Reporting

/// The files of one drive.
struct DriveFiles {
  static let record = "drive.json"
  static let frames = "frames.csv"
  static let sheet = "side-by-side.png"
  /// All of them.
  static let names: Set<String> = [record, frames, sheet]

  let result: DriveExperiment.Result
  let names: ClassNames

  func write(into folder: OutputFolder) throws {
    try folder.write(result.record, as: DriveFiles.record)
    try folder.write(result.record.frameTable, as: DriveFiles.frames)
    let sheet = DriveSheet(record: result.record, moments: result.film.map(DriveMoment.init), names: names)
    try folder.write(
      sheet.rendered(), as: DriveFiles.sheet, maker: "drive of scenario \(result.record.scenario.name)")
  }
}

extension DriveMoment {
  /// A frame of a drive's film as a sheet shows it.
  fileprivate init(_ frame: DriveFilm.Frame) {
    self.init(
      distance: frame.distance,
      clean: ReadPicture(image: frame.photograph, reading: frame.clean),
      crafted: frame.attacked.map { ReadPicture(image: $0.picture, reading: $0.reading) },
      control: frame.control.map { ReadPicture(image: $0.picture, reading: $0.reading) })
  }
}
