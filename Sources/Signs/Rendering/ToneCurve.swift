import Foundation

/// How a camera turns a linear signal into picture values: a table that is looked up with linear interpolation.
struct ToneCurve: Sendable {
  private static let steps = 4096

  /// `steps + 2` values, the last twice.
  private let table: [Float]

  /// - Parameter curve: maps [0, 1] to [0, 1].
  init(_ curve: (Float) -> Float) {
    let values = (0...ToneCurve.steps).map { curve(Float($0) / Float(ToneCurve.steps)) }
    table = values + [values[ToneCurve.steps]]
  }

  /// The transfer of sRGB (IEC 61966-2-1).
  static let standard = ToneCurve(LinearLight.encode)

  /// A plain power.
  static func gamma(_ gamma: Float) -> ToneCurve { ToneCurve { powf($0, 1 / gamma) } }

  /// sRGB with a shoulder, as cameras for films and telephones have it: what is bright is pressed together.
  static let shouldered = ToneCurve { LinearLight.encode($0 * 1.6 / (1 + 0.6 * $0)) }

  func withTable<Result>(_ body: (Lookup) -> Result) -> Result {
    table.withUnsafeBufferPointer { body(Lookup(table: $0)) }
  }

  /// The curve, ready to be looked up.
  struct Lookup {
    fileprivate let table: UnsafeBufferPointer<Float>

    /// The value of a signal; signals outside [0, 1] are clipped.
    @inline(__always)
    func callAsFunction(_ signal: Float) -> Float {
      let at = min(max(signal, 0), 1) * Float(ToneCurve.steps)
      let step = Int(at)
      return table[step] + (at - Float(step)) * (table[step + 1] - table[step])
    }
  }
}
