import Defenses
import Driving
import Groundwork
import Records
import Signs

/// Replays the readings along whole ways past signs under other thresholds, k of n and memory than they were made with.
package struct ConfirmationReplay: Sendable {
  /// One reading on the way.
  package struct Reading: Sendable, Equatable {
    /// What was read, nil for a sign that is none of ours.
    package var sign: SignClass?
    /// In [0, 1].
    package var confidence: Double
    /// Metres to the line.
    package var distance: Double

    package init(sign: SignClass?, confidence: Double, distance: Double) {
      self.sign = sign
      self.confidence = confidence
      self.distance = distance
    }
  }

  /// The readings on the way past one sign, far to near.
  package struct Way: Sendable, Equatable {
    /// What stands there.
    package var sign: SignClass
    package var readings: [Reading]

    package init(sign: SignClass, readings: [Reading]) {
      self.sign = sign
      self.readings = readings
    }
  }

  /// How readings become a belief.
  package struct Policy: Sendable {
    package var rejection: Rejection
    package var belief: Perception.Settings

    package init(_ rejection: Rejection, belief: Perception.Settings) {
      self.rejection = rejection
      self.belief = belief
    }
  }

  /// What a policy makes of one way.
  struct Course: Equatable {
    /// Metres before the line where the watched sign was first confirmed; nil where it never was.
    var confirmedAt: Double?
    /// Whether it is believed at the last moment.
    var isBelievedInTime: Bool
  }

  /// The sign that must not be missed.
  private let watched: SignClass
  /// Metres before the line.
  private let lastMoment: Double
  /// Readings a second.
  private let frameRate: Double

  package init(watching sign: SignClass, lastMoment: Double, frameRate: Double) {
    watched = sign
    self.lastMoment = lastMoment
    self.frameRate = frameRate
  }

  func course(of way: Way, under policy: Policy) -> Course {
    var perception = Perception(policy.belief, frameRate: frameRate)
    var course = Course(confirmedAt: nil, isBelievedInTime: false)
    for reading in way.readings {
      perception.observe(policy.rejection.accepts(reading.confidence) ? reading.sign : nil)
      let isBelieved = perception.confirmed == watched
      if isBelieved, course.confirmedAt == nil { course.confirmedAt = reading.distance }
      if reading.distance >= lastMoment { course.isBelievedInTime = isBelieved }
    }
    return course
  }

  /// The row of one policy.
  /// - Parameters:
  ///   - approaches: rendered, with distances to the line.
  ///   - tracks: photographed; where the line is nobody knows.
  package func row(_ policy: Policy, approaches: [Way], tracks: [Way]) -> ConfirmationRow {
    func courses(_ ways: [Way], watched isWatched: Bool) -> [Course] {
      ways.filter { ($0.sign == watched) == isWatched }.map { course(of: $0, under: policy) }
    }
    func rate(_ courses: [Course], where holds: (Course) -> Bool) -> RateRecord {
      RateRecord(Proportion(courses.count(where: holds), of: courses.count))
    }
    let own = courses(approaches, watched: true)
    return ConfirmationRow(
      threshold: policy.rejection.threshold, confirm: policy.belief.agreement.text, memory: policy.belief.memory.text,
      missed: rate(own) { !$0.isBelievedInTime },
      phantom: rate(courses(approaches, watched: false)) { $0.confirmedAt != nil },
      confirmedAt: .init(of: own.compactMap(\.confirmedAt)),
      missedTracks: rate(courses(tracks, watched: true)) { $0.confirmedAt == nil },
      phantomTracks: rate(courses(tracks, watched: false)) { $0.confirmedAt != nil })
  }

  /// The row that goes wrong on the fewest ways, and of those the one that confirms farthest away; the first of equals.
  package static func choice(among rows: [ConfirmationRow]) -> ConfirmationRow? {
    func faults(_ row: ConfirmationRow) -> Int {
      row.missed.count + row.phantom.count + row.missedTracks.count + row.phantomTracks.count
    }
    return rows.min {
      let (a, b) = (faults($0), faults($1))
      return a != b ? a < b : ($0.confirmedAt?.median ?? 0) > ($1.confirmedAt?.median ?? 0)
    }
  }
}
