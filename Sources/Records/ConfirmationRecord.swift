/// What a threshold, k of n and memory make of the readings along whole ways past signs.
package struct ConfirmationRecord: Codable, Sendable, Equatable {
  /// The car, camera, light and weather of the rendered approaches; each draws its light, roadside and wear anew.
  package var scenario: ScenarioRecord
  /// How many rendered approaches to the sign, and to other signs, were replayed.
  package var approaches: Int
  package var otherApproaches: Int
  /// How many photographed tracks of the sign, and of other signs; 0 without photographs.
  package var tracks: Int
  package var otherTracks: Int
  /// The last moment to believe, in metres before the line: a sign confirmed later is missed.
  package var lastMoment: Double
  /// The row that misses fewest and invents fewest at the chosen threshold; nil when no threshold was chosen.
  @Nullable package var chosen: ConfirmationRow?
  package var rows: [ConfirmationRow]

  package init(
    scenario: ScenarioRecord, approaches: Int, otherApproaches: Int, tracks: Int, otherTracks: Int, lastMoment: Double,
    chosen: ConfirmationRow?,
    rows: [ConfirmationRow]
  ) {
    self.scenario = scenario
    self.approaches = approaches
    self.otherApproaches = otherApproaches
    self.tracks = tracks
    self.otherTracks = otherTracks
    self.lastMoment = lastMoment
    self.chosen = chosen
    self.rows = rows
  }

  private enum CodingKeys: String, CodingKey {
    case scenario, approaches
    case otherApproaches = "other_approaches"
    case tracks
    case otherTracks = "other_tracks"
    case lastMoment = "last_moment_m"
    case chosen, rows
  }
}

/// One way to believe.
package struct ConfirmationRow: Codable, Sendable, Equatable {
  package var threshold: Double
  /// `3 of 5`.
  package var confirm: String
  /// `2 s`, `40 frames`, `spatial`.
  package var memory: String
  /// Approaches to the sign on which it is not believed at the last moment.
  package var missed: RateRecord
  /// Approaches to other signs on which the sign is believed at any time.
  package var phantom: RateRecord
  /// Metres before the line at the first confirmation; nil when there is none.
  @Nullable package var confirmedAt: Distances?
  /// Photographed tracks of the sign on which it is never confirmed.
  package var missedTracks: RateRecord
  /// Photographed tracks of other signs on which the sign is confirmed.
  package var phantomTracks: RateRecord

  /// Metres.
  package struct Distances: Codable, Sendable, Equatable {
    package var nearest: Double
    package var median: Double
    package var farthest: Double

    /// Nil of nothing.
    package init?(of distances: [Double]) {
      let sorted = distances.sorted()
      guard let first = sorted.first, let last = sorted.last, let middle = Summary(of: sorted)?.median else {
        return nil
      }
      nearest = first
      median = middle
      farthest = last
    }
  }

  package init(
    threshold: Double, confirm: String, memory: String, missed: RateRecord, phantom: RateRecord,
    confirmedAt: Distances?, missedTracks: RateRecord, phantomTracks: RateRecord
  ) {
    self.threshold = threshold
    self.confirm = confirm
    self.memory = memory
    self.missed = missed
    self.phantom = phantom
    self.confirmedAt = confirmedAt
    self.missedTracks = missedTracks
    self.phantomTracks = phantomTracks
  }

  private enum CodingKeys: String, CodingKey {
    case threshold, confirm, memory, missed, phantom
    case confirmedAt = "confirmed_at_m"
    case missedTracks = "missed_tracks"
    case phantomTracks = "phantom_tracks"
  }
}
