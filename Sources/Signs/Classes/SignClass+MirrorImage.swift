extension SignClass {
  /// The class of the sign that this one shows when left and right are exchanged; nil where that is none of the 43.
  ///
  /// People, animals and the double curve may face either way (VzKat 2017: 133-10 and 133-20, for instance), but one
  /// way is far more common, and a photograph of the other would be worth less than it takes away: they are left out.
  package var mirrorImage: SignClass? {
    switch self {
    case .rightOfWayAtNextJunction, .priorityRoad, .yield, .noVehicles, .noEntry, .generalCaution, .bumpyRoad,
      .trafficSignals, .iceAndSnow, .aheadOnly:
      self
    case .curveLeft: .curveRight
    case .curveRight: .curveLeft
    case .turnRightAhead: .turnLeftAhead
    case .turnLeftAhead: .turnRightAhead
    case .straightOrRight: .straightOrLeft
    case .straightOrLeft: .straightOrRight
    case .keepRight: .keepLeft
    case .keepLeft: .keepRight
    case .speedLimit20, .speedLimit30, .speedLimit50, .speedLimit60, .speedLimit70, .speedLimit80, .endOfSpeedLimit80,
      .speedLimit100, .speedLimit120, .noPassing, .noPassingForTrucks, .stop, .noTrucks, .doubleCurve, .slipperyRoad,
      .roadNarrowsRight, .roadWork, .pedestrians, .children, .bicycles, .wildAnimals, .endOfAllLimits, .roundabout,
      .endOfNoPassing, .endOfNoPassingForTrucks:
      nil
    }
  }
}
