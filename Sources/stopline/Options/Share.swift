import ArgumentParser
import Settings

/// A share on the command line as files have it: `1 %`, `8/255`, `0.01`; from 0 to 1.
struct Share: ExpressibleByArgument {
  /// In [0, 1].
  var value: Double

  init(value: Double) { self.value = value }

  init?(argument: String) {
    let value = try? Quantity.share.value(of: argument, example: "1 %")
    guard let value, (0...1).contains(value) else { return nil }
    self.value = value
  }

  var defaultValueDescription: String { Quantity.share.text(of: value, in: .percent) }
}
