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

  /// Draws the strips below a chart and their legend below them.
  func draw(on page: inout Image, frame: ChartFrame, left: Int, y: Int) {
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
      if !strip.name.isEmpty {
        let style = TextStyle(capHeight: 9, weight: .bold)
        let farthest = strip.readings.map(\.distance).max() ?? 0
        let isCovered = frame.column(farthest) < Double(row.x + 6 + style.width(of: strip.name))
        page.draw(
          strip.name, x: row.x + 6, baseline: y + 14, style: style, color: isCovered ? Palette.page : Palette.ink)
      }
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
