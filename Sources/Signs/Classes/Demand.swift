/// What a sign asks of the driver of a lone car that comes to it on a straight lane.
package enum Demand: Sendable, Hashable {
  /// To stand still before the line.
  case stand
  /// To let others pass first, and so to come slowly enough to be able to.
  case giveWay
  /// To drive no faster from the sign on, in m/s.
  case keepBelow(speed: Double)
  /// Not to drive on past it.
  case keepOut
  /// Nothing: whoever brakes for it is a danger to those behind.
  case nothing

  /// As records spell it: `stand`, `give-way`, `keep-below`, `keep-out`, `none`.
  package var name: String {
    switch self {
    case .stand: "stand"
    case .giveWay: "give-way"
    case .keepBelow: "keep-below"
    case .keepOut: "keep-out"
    case .nothing: "none"
    }
  }

  /// The highest speed that is allowed past the sign in m/s; nil where it sets none.
  package var limit: Double? {
    if case .keepBelow(let speed) = self { speed } else { nil }
  }
}

extension SignClass {
  /// What the sign asks for, by the German road traffic regulations (StVO): stop and yield by annex 2, numbers 3 and 2;
  /// limits by number 49; no entry and no vehicles by numbers 41 and 28. Danger signs (annex 1) ask for care and for no
  /// certain speed. Orders about the direction, overtaking and lorries ask nothing of a lone car that cannot turn off,
  /// and the end of an order nothing of anybody.
  package var demand: Demand {
    switch self {
    case .stop: .stand
    case .yield: .giveWay
    case .speedLimit20: .keepBelow(speed: 20 / 3.6)
    case .speedLimit30: .keepBelow(speed: 30 / 3.6)
    case .speedLimit50: .keepBelow(speed: 50 / 3.6)
    case .speedLimit60: .keepBelow(speed: 60 / 3.6)
    case .speedLimit70: .keepBelow(speed: 70 / 3.6)
    case .speedLimit80: .keepBelow(speed: 80 / 3.6)
    case .speedLimit100: .keepBelow(speed: 100 / 3.6)
    case .speedLimit120: .keepBelow(speed: 120 / 3.6)
    case .noVehicles, .noEntry: .keepOut
    case .rightOfWayAtNextJunction, .priorityRoad: .nothing
    case .generalCaution, .curveLeft, .curveRight, .doubleCurve, .bumpyRoad, .slipperyRoad, .roadNarrowsRight,
      .roadWork, .trafficSignals, .pedestrians, .children, .bicycles, .iceAndSnow, .wildAnimals:
      .nothing
    case .turnRightAhead, .turnLeftAhead, .aheadOnly, .straightOrRight, .straightOrLeft, .keepRight, .keepLeft,
      .roundabout:
      .nothing
    case .noPassing, .noPassingForTrucks, .noTrucks: .nothing
    case .endOfSpeedLimit80, .endOfAllLimits, .endOfNoPassing, .endOfNoPassingForTrucks: .nothing
    }
  }
}
