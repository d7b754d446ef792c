import Records

/// One photograph of a drive: what the network got on it, with and without the perturbation.
package struct DriveMoment: Sendable {
  /// Metres to the stop line.
  package var distance: Double
  package var clean: ReadPicture
  /// Nil for a drive without an attack.
  package var crafted: ReadPicture?
  /// The control drive's photograph of the same number with its noise; nil where there is none.
  package var control: ReadPicture?

  /// - Precondition: the clean and the crafted picture have the same size.
  package init(distance: Double, clean: ReadPicture, crafted: ReadPicture?, control: ReadPicture? = nil) {
    if let crafted {
      precondition(
        clean.image.width == crafted.image.width && clean.image.height == crafted.image.height,
        "pictures of one photograph have one size")
    }
    self.distance = distance
    self.clean = clean
    self.crafted = crafted
    self.control = control
  }
}

extension DriveMoment {
  /// What a sheet calls a photograph.
  enum Occasion: String, Sendable, Hashable {
    case first = "first in sight"
    case onTheWay = "on the way"
    case braking = "last moment to believe"
    case last = "near the line"
  }

  /// At most four photographs that tell a drive's story, far to near: the first, the one taken at the last moment to
  /// believe, the last, and the one nearest the middle between the first two.
  static func chosen(
    from moments: [DriveMoment], brakingPoint: Double, isActedOn: Bool
  ) -> [(occasion: Occasion, moment: DriveMoment)] {
    let sorted = moments.sorted { $0.distance > $1.distance }
    guard let first = sorted.first, sorted.count > 1 else { return sorted.map { (.first, $0) } }
    let inner = sorted.indices.dropFirst().dropLast()
    func nearest(_ distance: Double, among candidates: [Int]) -> Int? {
      candidates.min { abs(sorted[$0].distance - distance) < abs(sorted[$1].distance - distance) }
    }
    let braking = nearest(brakingPoint, among: Array(inner))
    let middle = (first.distance + (braking.map { sorted[$0].distance } ?? 0)) / 2
    let between = nearest(middle, among: inner.filter { $0 != braking })
    var chosen: [Int: Occasion] = [0: .first, sorted.count - 1: .last]
    if let braking {
      let isLastMoment = isActedOn && abs(sorted[braking].distance - brakingPoint) < 2
      chosen[braking] = isLastMoment ? .braking : .onTheWay
    }
    if let between { chosen[between] = .onTheWay }
    return sorted.indices.compactMap { index in chosen[index].map { ($0, sorted[index]) } }
  }
}
