import Driving
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
