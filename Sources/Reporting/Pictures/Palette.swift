import Imaging

/// The colours of all pictures: calm greys, and stop red kept for what an attack did.
enum Palette {
  static let page = Color.white
  /// Behind figures that belong together.
  static let shade = Color(hex: 0xF3F5F7)
  /// Headings and figures.
  static let ink = Color(hex: 0x1B2733)
  /// Captions.
  static let muted = Color(hex: 0x5F6B78)
  /// Rules, grids, tracks of bars.
  static let rule = Color(hex: 0xD9DFE5)
  /// What is as it should be.
  static let calm = Color(hex: 0x2F6690)
  /// What an attack did.
  static let alarm = Color(hex: 0xC1121C)
  /// What is wrong otherwise.
  static let warning = Color(hex: 0xE09F1F)
  /// What was rejected.
  static let blank = Color(hex: 0xB4BDC6)
  /// Lines that are told apart and mean nothing by their colour.
  static let series = [calm, warning, Color(hex: 0x3E8E6E), Color(hex: 0x7B4F9C), ink, Color(hex: 0x9A6A4F)]
}
