import Imaging

/// Lines over a common axis, with ticks at round numbers and a legend.
package struct LineChart: Sendable {
  /// One of the two axes.
  package struct Axis: Sendable {
    /// Which end has the larger numbers.
    package enum Direction: Sendable, Hashable {
      /// To the right, or upwards.
      case rising
      /// To the left, or downwards.
      case falling
    }

    /// What equal distances on the axis mean.
    package enum Spacing: Sendable, Hashable {
      /// Equal differences.
      case even
      /// Equal ratios; all numbers are positive.
      case logarithmic
    }

    /// What is measured, with its unit.
    package var label: String
    /// What is shown; nil for all that the series hold.
    package var range: ClosedRange<Double>?
    package var direction: Direction
    package var spacing: Spacing
    /// What stands at a tick besides the number, as in `%`.
    package var suffix: String

    package init(
      _ label: String, range: ClosedRange<Double>? = nil, direction: Direction = .rising,
      spacing: Spacing = .even, suffix: String = ""
    ) {
      self.label = label
      self.range = range
      self.direction = direction
      self.spacing = spacing
      self.suffix = suffix
    }
  }

  /// A place on the chart, in the axes' units.
  package struct Place: Sendable, Hashable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// What stands at each place of a series.
  package enum Marker: Sendable, Hashable {
    case none, disc
  }

  /// One line. A place that is not finite breaks it.
  package struct Series: Sendable {
    package var name: String
    package var places: [Place]
    package var color: Color
    package var dash: Dash?
    package var marker: Marker

    package init(name: String, places: [Place], color: Color, dash: Dash? = nil, marker: Marker = .none) {
      self.name = name
      self.places = places
      self.color = color
      self.dash = dash
      self.marker = marker
    }
  }

  /// An upright line at a value of the horizontal axis, with its name above.
  package struct Mark: Sendable {
    package var x: Double
    package var name: String
    package var color: Color
    package var dash: Dash?

    package init(x: Double, name: String, color: Color, dash: Dash? = nil) {
      self.x = x
      self.name = name
      self.color = color
      self.dash = dash
    }
  }

  package var title: String
  package var xAxis: Axis
  package var yAxis: Axis
  package var series: [Series]
  package var marks: [Mark]

  package init(title: String, xAxis: Axis, yAxis: Axis, series: [Series], marks: [Mark] = []) {
    self.title = title
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.series = series
    self.marks = marks
  }

  /// The chart as a picture of its own.
  package func rendered(width: Int = 1280, height: Int = 720) -> Image {
    var page = Image(width: width, height: height, color: Palette.page)
    let scale = SheetScale(unit: Double(min(width, height)) / 720)
    _ = draw(on: &page, in: page.bounds.inset(by: scale(40)), scale: scale)
    return page
  }
}
