extension SignClass {
  /// The stable identifier on the command line, in model files and in records: `stop`, `speed-limit-30`.
  package var name: String { SignClass.facts[rawValue].name }

  /// The name for people, as a caption or a table has it: `Speed limit 30 km/h`.
  package var title: String { SignClass.facts[rawValue].title }

  /// The outline of the plate.
  package var shape: SignShape { SignClass.facts[rawValue].shape }

  /// The sign's number in the German road traffic regulations (StVO, annexes 1 to 3) and their catalogue of signs
  /// (VzKat 2017), without the `Z.`: `206`, `274-30`.
  package var germanNumber: String { SignClass.facts[rawValue].germanNumber }

  private struct Facts {
    let name: String
    let title: String
    let shape: SignShape
    let germanNumber: String

    init(_ name: String, _ title: String, _ shape: SignShape, _ germanNumber: String) {
      self.name = name
      self.title = title
      self.shape = shape
      self.germanNumber = germanNumber
    }
  }

  /// One row a class, in order of class number.
  private static let facts = [
    Facts("speed-limit-20", "Speed limit 20 km/h", .circle, "274-20"),
    Facts("speed-limit-30", "Speed limit 30 km/h", .circle, "274-30"),
    Facts("speed-limit-50", "Speed limit 50 km/h", .circle, "274-50"),
    Facts("speed-limit-60", "Speed limit 60 km/h", .circle, "274-60"),
    Facts("speed-limit-70", "Speed limit 70 km/h", .circle, "274-70"),
    Facts("speed-limit-80", "Speed limit 80 km/h", .circle, "274-80"),
    Facts("end-of-speed-limit-80", "End of speed limit 80 km/h", .circle, "278-80"),
    Facts("speed-limit-100", "Speed limit 100 km/h", .circle, "274-100"),
    Facts("speed-limit-120", "Speed limit 120 km/h", .circle, "274-120"),
    Facts("no-passing", "No passing", .circle, "276"),
    Facts("no-passing-for-trucks", "No passing for vehicles over 3.5 t", .circle, "277"),
    Facts("right-of-way-at-next-junction", "Right of way at the next junction", .triangle, "301"),
    Facts("priority-road", "Priority road", .diamond, "306"),
    Facts("yield", "Yield", .invertedTriangle, "205"),
    Facts("stop", "Stop", .octagon, "206"),
    Facts("no-vehicles", "No vehicles", .circle, "250"),
    Facts("no-trucks", "No vehicles over 3.5 t", .circle, "253"),
    Facts("no-entry", "No entry", .circle, "267"),
    Facts("general-caution", "General caution", .triangle, "101"),
    Facts("curve-left", "Curve to the left", .triangle, "103-10"),
    Facts("curve-right", "Curve to the right", .triangle, "103-20"),
    Facts("double-curve", "Double curve", .triangle, "105-10"),
    Facts("bumpy-road", "Bumpy road", .triangle, "112"),
    Facts("slippery-road", "Slippery road", .triangle, "114"),
    Facts("road-narrows-right", "Road narrows on the right", .triangle, "121-10"),
    Facts("road-work", "Road work", .triangle, "123"),
    Facts("traffic-signals", "Traffic signals", .triangle, "131"),
    Facts("pedestrians", "Pedestrians", .triangle, "133-10"),
    Facts("children", "Children", .triangle, "136-10"),
    Facts("bicycles", "Bicycles", .triangle, "138-10"),
    Facts("ice-and-snow", "Ice and snow", .triangle, "101-51"),
    Facts("wild-animals", "Wild animals", .triangle, "142-10"),
    Facts("end-of-all-limits", "End of all limits", .circle, "282"),
    Facts("turn-right-ahead", "Turn right ahead", .circle, "209"),
    Facts("turn-left-ahead", "Turn left ahead", .circle, "209-10"),
    Facts("ahead-only", "Ahead only", .circle, "209-30"),
    Facts("straight-or-right", "Straight or right", .circle, "214"),
    Facts("straight-or-left", "Straight or left", .circle, "214-10"),
    Facts("keep-right", "Keep right", .circle, "222"),
    Facts("keep-left", "Keep left", .circle, "222-10"),
    Facts("roundabout", "Roundabout", .circle, "215"),
    Facts("end-of-no-passing", "End of no passing", .circle, "280"),
    Facts("end-of-no-passing-for-trucks", "End of no passing for vehicles over 3.5 t", .circle, "281"),
  ]
}
