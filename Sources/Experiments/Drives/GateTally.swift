import Records

/// What gates are tested on: one drive, or one run of an attack on pictures.
package struct GateTally: Sendable, Equatable {
  /// What is tested, as findings call it.
  package var name: String
  /// How many pictures were attacked.
  package var pictures: Int
  /// Those read as another class than what is there, which are not read so without the attack.
  package var flips: Int
  /// Those rejected that are not rejected without the attack.
  package var lost: Int
  /// Why the drive was wrong, a sentence; nil when it did what the sign asks.
  package var wrong: String?
  /// Why nothing was read, a sentence; nil when something was.
  package var unread: String?

  package init(name: String, pictures: Int, flips: Int, lost: Int, wrong: String? = nil, unread: String? = nil) {
    self.name = name
    self.pictures = pictures
    self.flips = flips
    self.lost = lost
    self.wrong = wrong
    self.unread = unread
  }

  package init(_ record: DriveRecord) {
    let changed = record.frames.compactMap { frame in
      frame.attacked.map { (clean: frame.clean.classNumber, attacked: $0.classNumber) }
    }
    self.init(
      name: record.scenario.name, pictures: changed.count,
      flips: changed.count { frame in
        frame.attacked.map { $0 != record.sign.classNumber && $0 != frame.clean } ?? false
      },
      lost: changed.count { $0.attacked == nil && $0.clean != nil },
      wrong: record.judged.isWrong ? record.judged.why : nil,
      unread: record.unread)
  }

  package init(_ record: AttackRecord) {
    let attempted = record.images.filter { $0.status != .misread }
    self.init(
      name: record.attack.method, pictures: attempted.count,
      flips: attempted.count { image in
        image.crafted.classNumber.map { $0 != image.clean.classNumber } ?? false
      },
      lost: attempted.count { $0.crafted.classNumber == nil },
      unread: attempted.isEmpty ? "No picture was read rightly before, so nothing was tried." : nil)
  }
}

extension DriveRecord {
  /// Why the drive shows nothing: no photograph was taken, or every one was rejected, in each of the drives.
  fileprivate var unread: String? {
    guard !frames.isEmpty else { return notes.first ?? "Nothing was read." }
    let readings = frames.flatMap { [$0.clean, $0.attacked].compactMap(\.self) } + cleanFrames.map(\.clean)
    return readings.allSatisfy { $0.classNumber == nil } ? "Every photograph was rejected, so nothing was read." : nil
  }
}

extension Gate {
  /// What opens this gate, a sentence each.
  package func findings(in tallies: [GateTally]) -> [String] {
    switch kind {
    case .flip, .lost:
      let attacked = tallies.filter { $0.pictures > 0 }
      guard !attacked.isEmpty else {
        return tallies.isEmpty ? [] : ["--fail-on \(text): nothing attacks, so nothing can be said of it."]
      }
      return changes(attacked)
    case .missedDemand: return missedDemands(tallies)
    }
  }

  private func changes(_ tallies: [GateTally]) -> [String] {
    switch kind {
    case .flip:
      tallies.filter { limit.isOpened(by: $0.flips, of: $0.pictures) }.map {
        finding($0, "\($0.flips) of \($0.pictures) pictures were read as another sign")
      }
    case .lost:
      tallies.filter { limit.isOpened(by: $0.lost, of: $0.pictures) }.map {
        finding($0, "\($0.lost) of \($0.pictures) pictures were rejected that are not rejected without the attack")
      }
    case .missedDemand: []
    }
  }

  private func missedDemands(_ tallies: [GateTally]) -> [String] {
    let wrong = tallies.filter { $0.wrong != nil }
    guard limit.isOpened(by: wrong.count, of: tallies.count) else { return [] }
    return wrong.map { finding($0, "the drive did not do what the sign asks. \($0.wrong ?? "")") }
  }

  private func finding(_ tally: GateTally, _ what: String) -> String {
    "--fail-on \(text): \(tally.name): \(what)" + (what.hasSuffix(".") ? "" : ".")
  }

  /// What opens any of some gates, a sentence each; none where there are no gates.
  package static func findings(of gates: [Gate], in tallies: [GateTally]) -> [String] {
    guard !gates.isEmpty else { return [] }
    let unread = tallies.compactMap { tally in tally.unread.map { "--fail-on: \(tally.name): \($0)" } }
    return unread + gates.flatMap { $0.findings(in: tallies.filter { $0.unread == nil }) }
  }
}
