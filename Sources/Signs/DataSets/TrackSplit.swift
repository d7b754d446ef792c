import Groundwork

/// A data set's photographs parted into those to train on and those held out, whole tracks at a time: photographs of
/// one track are near copies, so a split by photograph would measure memory and not reading.
package struct TrackSplit: Sendable, Equatable {
  /// Places in the data set of the photographs to train on, ascending.
  package let training: [Int]
  /// Places in the data set of the photographs held out, ascending.
  package let heldOut: [Int]

  /// Parts a data set class by class.
  ///
  /// Of each class the fraction of its tracks is held out, rounded, but at least one and never all; a class that has
  /// one track only is trained on. Which tracks are held out depends on the seed, the class and how many tracks the
  /// class has, and on nothing else.
  /// - Parameters:
  ///   - dataSet: what to part.
  ///   - fraction: how much to hold out, in [0, 1); 0 holds out nothing.
  ///   - seed: the run's seed.
  /// - Precondition: `fraction` is in [0, 1).
  package init(of dataSet: GTSRBDataSet, holdingOut fraction: Double, seed: UInt64) {
    precondition((0..<1).contains(fraction), "the fraction held out is at least 0 and below 1")
    var tracksOfClass = [[Int]](repeating: [], count: SignClass.count)
    var seen: Set<Int> = []
    for (label, track) in zip(dataSet.labels, dataSet.tracks) where seen.insert(track).inserted {
      tracksOfClass[label.rawValue].append(track)
    }
    var chosen: Set<Int> = []
    for (number, tracks) in tracksOfClass.enumerated() where fraction > 0 && tracks.count > 1 {
      let wanted = (fraction * Double(tracks.count)).rounded()
      var stream = RandomStream(seed: seed, name: "held-out tracks", number)
      let order = stream.permutation(of: tracks.count)
      for index in order.prefix(min(max(1, Int(wanted)), tracks.count - 1)) { chosen.insert(tracks[index]) }
    }
    training = dataSet.tracks.indices.filter { !chosen.contains(dataSet.tracks[$0]) }
    heldOut = dataSet.tracks.indices.filter { chosen.contains(dataSet.tracks[$0]) }
  }
}
