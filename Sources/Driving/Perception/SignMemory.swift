/// How long a confirmed sign is remembered while its photographs are not read as it.
package enum SignMemory: Sendable, Equatable {
  /// For so many photographs in a row; the next miss forgets it. Photographs count only while the sign is in sight: one
  /// that has left the frame on the way past is not missed. 40 at 20 frames a second is what the ECCV'18 tracker rule
  /// (two seconds) gives, as coded in the PASS platform.
  case frames(Int)
  /// Until the car has passed the sign's place, whatever is missed ("spatial memorization", NDSS'25, arXiv 2409.09860).
  case spatial
}
