import Imaging
import Groundwork
import Signs
import Testing

@Suite struct TrackSplitTests {
  /// A set of black photographs: for each class its number of tracks, three to six photographs a track.
  private func dataSet(tracks: [SignClass: Int]) -> GTSRBDataSet {
    var labels: [SignClass] = []
    var numbers: [Int] = []
    var track = 0
    for sign in SignClass.allCases {
      for _ in 0..<(tracks[sign] ?? 0) {
        for _ in 0..<(3 + track % 4) {
          labels.append(sign)
          numbers.append(track)
        }
        track += 1
      }
    }
    return GTSRBDataSet(
      shape: .benchmark,
      pixels: ByteRecords(
        length: PictureShape.benchmark.values,
        bytes: [UInt8](repeating: 0, count: labels.count * PictureShape.benchmark.values)), labels: labels,
      tracks: numbers, names: labels.indices.map(String.init))
  }

  private var variedSet: GTSRBDataSet {
    dataSet(tracks: [.stop: 26, .yield: 72, .speedLimit20: 7, .turnLeftAhead: 2, .roundabout: 1])
  }

  @Test(arguments: [UInt64(0), 1, 7, 99], [0.05, 0.1, 0.2, 0.5, 0.99])
  func neverSplitsATrackAndLosesNothing(_ seed: UInt64, _ fraction: Double) {
    let set = variedSet
    let split = TrackSplit(of: set, holdingOut: fraction, seed: seed)
    #expect((split.training + split.heldOut).sorted() == Array(0..<set.count))
    #expect(split.training == split.training.sorted() && split.heldOut == split.heldOut.sorted())
    let trained = Set(split.training.map { set.tracks[$0] })
    #expect(trained.isDisjoint(with: split.heldOut.map { set.tracks[$0] }))
  }

  @Test(arguments: [0.01, 0.1, 0.25, 0.9])
  func everyClassIsTrainedOnAndHeldOut(_ fraction: Double) {
    let set = variedSet
    let split = TrackSplit(of: set, holdingOut: fraction, seed: 3)
    for (sign, tracks) in [(SignClass.stop, 26), (.yield, 72), (.speedLimit20, 7), (.turnLeftAhead, 2)] {
      let heldOut = Set(split.heldOut.filter { set.labels[$0] == sign }.map { set.tracks[$0] }).count
      #expect(heldOut == min(max(1, Int((fraction * Double(tracks)).rounded())), tracks - 1), "\(sign)")
    }
    #expect(!split.heldOut.contains { set.labels[$0] == .roundabout })
  }

  @Test func seedsChooseOtherTracksAndAClassDoesNotDependOnTheOthers() {
    let set = variedSet
    let split = TrackSplit(of: set, holdingOut: 0.2, seed: 1)
    #expect(split == TrackSplit(of: set, holdingOut: 0.2, seed: 1))
    #expect(split != TrackSplit(of: set, holdingOut: 0.2, seed: 2))
    let stops = set.labels.indices.filter { set.labels[$0] == .stop }
    let alone = TrackSplit(of: set.selecting(stops), holdingOut: 0.2, seed: 1)
    #expect(alone.heldOut.map { stops[$0] } == split.heldOut.filter { set.labels[$0] == .stop })
  }

  @Test func nothingIsHeldOutWhenNothingIsAskedFor() {
    #expect(TrackSplit(of: variedSet, holdingOut: 0, seed: 1).heldOut.isEmpty)
  }
}
