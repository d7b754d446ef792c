import Groundwork

/// Where training pictures come from: photographs, a renderer, or both.
///
/// What an epoch shows follows from the seed and the epoch's number and from nothing else, so a run can be taken up at
/// any step and sees what it would have seen.
package protocol PictureSource: Sendable {
  /// Width and height of every picture.
  var side: Int { get }

  /// How many pictures an epoch shows.
  var picturesPerEpoch: Int { get }

  /// What an epoch shows, in order.
  /// - Parameter count: how many pictures; `picturesPerEpoch`, or fewer when the source is mixed with another.
  func choices(_ count: Int, epoch: Int, seed: UInt64) -> [PictureChoice]

  /// Writes a picture of an epoch; called from several threads at a time.
  /// - Parameter levels: `(3, side, side)`, planar RGB in [0, 1]; all of it is overwritten.
  func write(_ choice: PictureChoice, at place: PicturePlace, into levels: UnsafeMutableBufferPointer<Float>)

  /// Takes in all that its pictures depend on but the seed: sources with one digest show the same pictures.
  func identify(in digest: inout SHA256)

  /// Checks that it can be trained from.
  /// - Throws: `TrainingError` naming the setting or the label that cannot be used.
  func check(classCount: Int) throws(TrainingError)
}

/// One of a source's pictures, and the class that it shows.
package struct PictureChoice: Sendable, Equatable {
  /// Which picture, in the source's own numbering.
  package var item: Int
  package var label: Int

  package init(item: Int, label: Int) {
    self.item = item
    self.label = label
  }
}

/// Where in a run a picture is shown: each place varies it, or draws it, anew.
package struct PicturePlace: Sendable, Equatable {
  package var seed: UInt64
  package var epoch: Int
  /// The picture's place in its epoch.
  package var index: Int

  package init(seed: UInt64, epoch: Int, index: Int) {
    self.seed = seed
    self.epoch = epoch
    self.index = index
  }
}

extension SHA256 {
  /// Takes in a value as its canonical JSON.
  mutating func update(with value: some Encodable) {
    update([UInt8](canonicalJSON(value).utf8))
  }
}
