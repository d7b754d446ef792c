import Imaging
import Records

/// What was read on the way to the line, as coloured strips under a chart over the same distances.
struct ReadingRibbon {
  /// The readings of one car, by distance.
  private struct Strip {
    var name: String
    var readings: [(distance: Double, kind: ReadingKind)]
  }

  private let strips: [Strip]
  private let legend: [(kind: ReadingKind, name: String)]

  init(_ words: DriveWords) {
    let (record, names) = (words.record, words.names)
    func strip(_ name: String, _ readings: [(FrameMoment, FrameReading)]) -> Strip {
      Strip(name: name, readings: readings.map { ($0.distance, record.kind(of: $1)) })
    }
    if record.attacked != nil {
      strips = [
        strip("clean", record.cleanFrames.map { ($0.moment, $0.clean) }),
        strip("attacked", record.frames.map { ($0.moment, $0.actedOn) }),
        strip("control", record.controlFrames.map { ($0.moment, $0.control) }),
      ]
    } else {
      strips = [strip("", record.frames.map { ($0.moment, $0.clean) })]
    }
    let goal = record.attack?.goal.to.map { names[$0] } ?? "another sign"
    let titles: [ReadingKind: String] = [
      .sign: "read as \(names[record.sign.classNumber])", .goal: goal,
      .other: record.attack == nil ? "another sign" : "a third sign", .none: "rejected",
    ]
    let met = Set(strips.flatMap { $0.readings.map(\.kind) })
    legend = ReadingKind.allCases.filter { met.contains($0) }.map { ($0, titles[$0] ?? "") }
  }

  /// What the names beside the strips take at the left of a chart, in pixels.
  static let nameRoom = TextStyle(capHeight: 9).width(of: "attacked") + 14

  /// How high the strips and their legend are, in pixels.
  var height: Int { 24 * strips.count + 20 }

  /// Draws the strips below a chart, their names beside them, and their legend below.
  func draw(on page: inout Image, frame: ChartFrame, y: Int) {
    let small = TextStyle(capHeight: 9)
    var y = y
    for strip in strips {
      let row = PixelRectangle(x: frame.plot.x, y: y, width: frame.plot.width, height: 18)
      page.fill(row, color: Palette.shade)
      for (index, reading) in strip.readings.enumerated() {
        let before = index > 0 ? strip.readings[index - 1].distance : reading.distance
        let after = index + 1 < strip.readings.count ? strip.readings[index + 1].distance : reading.distance
        let start = Int(frame.column((before + reading.distance) / 2).rounded())
        let end = Int(frame.column((after + reading.distance) / 2).rounded())
        let cell = PixelRectangle(x: start, y: y, width: max(1, end - start), height: row.height)
        page.fill(cell.intersection(row), color: reading.kind.color)
      }
      page.draw(
        strip.name, x: row.x - 10, baseline: y + 14, style: small, color: Palette.muted, alignment: .right)
      y += 24
    }
    var x = frame.plot.x
    for entry in legend {
      page.fill(PixelRectangle(x: x, y: y + 4, width: 12, height: 12), color: entry.kind.color)
      page.draw(entry.name, x: x + 18, baseline: y + 15, style: small, color: Palette.ink)
      x += 18 + small.width(of: entry.name) + 24
    }
  }
}

extension ReadingKind {
  /// The colour of readings of this kind.
  var color: Color {
    switch self {
    case .sign: Palette.calm
    case .goal: Palette.alarm
    case .other: Palette.warning
    case .none: Palette.blank
    }
  }
}
