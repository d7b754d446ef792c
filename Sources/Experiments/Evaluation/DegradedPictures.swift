import Imaging
import Records
import Signs

/// Labelled pictures of signs that can be had as they are and made harder to read: a block of the corruption table.
///
/// A block has its own clean error: photographs under corruptions are one block; a renderer that shows its signs in
/// weather of five strengths is another.
package protocol DegradedPictures: Sendable {
  /// The block's rows.
  var degradations: [Degradation] { get }
  /// How many pictures there are.
  var count: Int { get }
  /// What a picture shows.
  func sign(at index: Int) -> SignClass
  /// A picture of the network's size on 8-bit levels; called from several threads at once, and the same for the same
  /// arguments.
  /// - Parameters:
  ///   - index: below `count`.
  ///   - degradation: a place in `degradations`, and how strong it is; nil for the picture as it is.
  func picture(at index: Int, under degradation: (row: Int, severity: Severity)?) -> Image
}

/// One way in which pictures get worse.
package struct Degradation: Sendable, Equatable {
  /// As tables have it: `gaussian-noise`.
  package let name: String
  /// What it comes from: noise, blur, weather, digital.
  package let family: String
  /// What its row counts for.
  package let group: CorruptionRow.Group

  package init(name: String, family: String, group: CorruptionRow.Group) {
    self.name = name
    self.family = family
    self.group = group
  }
}
