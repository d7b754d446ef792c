import Groundwork

/// Something that makes a picture worse than its camera took it: noise, blur, weather, a digital process.
package protocol Corruption: Sendable, Equatable {
  /// The picture after it, of the same size, with values in [0, 1].
  /// - Parameters:
  ///   - image: values in [0, 1].
  ///   - stream: where all chance comes from; the same stream gives the same picture.
  func corrupted(_ image: Image, using stream: inout RandomStream) -> Image
}

/// The corruptions, each of a name of its own so that a fog of the benchmark is not taken for one of a scene.
package enum Corruptions {}

/// How strong a corruption is: 1 mild to 5 severe.
package enum Severity: Int, Sendable, CaseIterable {
  case one = 1
  case two, three, four, five
}
