import Driving
import Settings
import Signs

extension Scenario {
  /// The sign at the junction.
  package struct SignSettings: Sendable, Equatable {
    /// What the sign is, and what a right reading of it says.
    package var face = SignClass.stop
    /// A picture of the user's own that is put up in place of our artwork: a PNG, its path resolved; nil for none.
    package var picture: String?
    /// How wide the sign's plate is, in metres: large enough for roads outside towns (StVO Z.206 is 0.9 m).
    package var width = 0.9
    /// What the face is made of.
    package var sheeting = Sheeting.prisms
    /// What the years have done to the face.
    package var wear = FaceWear()
    /// How the sign stands by the road.
    package var roadside = Roadside()
    /// How far away the sign is when the drive begins, in metres; where the camera first sees it when nil.
    package var distance: Double?

    package init() {}
  }
}

extension Scenario.SignSettings: Configurable {
  package static let settings: [Setting<Self>] =
    [
      .custom(
        "face", \.face, form: "a class: name or number", "what the sign is", read: SignClass.init(scenario:),
        write: \.name),
      .path(
        "picture", \.picture, form: "the path of a PNG, relative to the scenario file",
        "your own picture of the sign, put up in place of the drawn face; `face` still says what it is"),
      .quantity(
        "width", \.width, SignGeometry.plateSides, "how wide the sign is",
        source: "StVO Z.206 and MUTCD table 2B-1, expressway"),
    ] + Driving.Roadside.settings.map { $0.at(\.roadside) } + [
      .choice(
        "sheeting", \.sheeting, "what the face is made of: paint, or sheeting that throws light back to the lamps",
        source: "EN 12899-1"),
      .share("fading", \.wear.fading, 0...100, "how far the colours are bleached"),
      .share("dirt", \.wear.dirt, 0...100, "how much of the face is dirty"),
      .count("graffiti", \.wear.graffiti, 0...50, "how many strokes of a spray can are on the face"),
      .count("bullet_marks", \.wear.bulletMarks, 0...100, "how many shots have hit the face"),
      .quantity(
        "distance", \.distance, or: "in sight", Drive.startDistances, example: 80,
        "how far away the sign is when the drive begins; `in sight`: where the camera first sees it"),
    ]
}
