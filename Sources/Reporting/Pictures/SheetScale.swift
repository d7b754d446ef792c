import Imaging

/// The measure of a sheet: its designs are drawn for a unit of 1 and grow with the pictures on them.
struct SheetScale: Sendable {
  /// Pixels for each pixel of the design, at least 1.
  let unit: Double

  init(unit: Double) {
    self.unit = max(1, unit)
  }

  func callAsFunction(_ length: Int) -> Int {
    Int((Double(length) * unit).rounded())
  }

  func text(_ capHeight: Int, _ weight: TextStyle.Weight = .regular) -> TextStyle {
    TextStyle(capHeight: self(capHeight), weight: weight)
  }
}
