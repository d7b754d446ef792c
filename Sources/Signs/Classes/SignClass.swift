/// The 43 signs of the German Traffic Sign Recognition Benchmark (Stallkamp et al. 2012); the raw value is the
/// benchmark's class number. A reader has numbers of its own: its `ClassList` says which sign each is.
package enum SignClass: Int, Sendable, Hashable, CaseIterable {
  case speedLimit20 = 0
  case speedLimit30
  case speedLimit50
  case speedLimit60
  case speedLimit70
  case speedLimit80
  case endOfSpeedLimit80
  case speedLimit100
  case speedLimit120
  case noPassing
  case noPassingForTrucks
  case rightOfWayAtNextJunction
  case priorityRoad
  case yield
  case stop
  case noVehicles
  case noTrucks
  case noEntry
  case generalCaution
  case curveLeft
  case curveRight
  case doubleCurve
  case bumpyRoad
  case slipperyRoad
  case roadNarrowsRight
  case roadWork
  case trafficSignals
  case pedestrians
  case children
  case bicycles
  case iceAndSnow
  case wildAnimals
  case endOfAllLimits
  case turnRightAhead
  case turnLeftAhead
  case aheadOnly
  case straightOrRight
  case straightOrLeft
  case keepRight
  case keepLeft
  case roundabout
  case endOfNoPassing
  case endOfNoPassingForTrucks

  /// How many classes there are.
  package static let count = allCases.count

  /// The names in order of class number, as a model file's `stopline.classes` holds them.
  package static let modelNames = allCases.map(\.name)
}
