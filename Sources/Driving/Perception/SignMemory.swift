/// How long a confirmed sign is remembered while its photographs are not read as it.
///
/// Photographs count only while the sign is in sight: one that has left the frame on the way past is not missed.
package enum SignMemory: Sendable, Equatable {
  /// For the photographs of so many seconds in a row; the next miss forgets it. Two seconds is the ECCV'18 tracker rule, as
  /// coded in the PASS platform.
  case duration(Double)
  /// For so many photographs in a row.
  case frames(Int)
  /// Until the car has passed the sign's place, whatever is missed ("spatial memorization", NDSS'25, arXiv 2409.09860).
  case spatial

  /// How many photographs in a row may be missed; nil for any number.
  /// - Parameter rate: photographs a second.
  func mostMisses(atRate rate: Double) -> Int? {
    switch self {
    // 2 s at 20 frames a second must be 40 and not 39, however the product is rounded.
    case .duration(let seconds): Int((seconds * rate + 1e-9).rounded(.down))
    case .frames(let count): count
    case .spatial: nil
    }
  }
}
