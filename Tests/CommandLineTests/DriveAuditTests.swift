import Foundation
import Groundwork
import TestSupport
import Testing

@Suite("What a drive's record claims follows from its own rows")
struct DriveAuditTests {
  private static let scenarios = [
    "sign: {distance: 25 m}",
    "sign: {distance: 20 m}\nattack: {method: fgsm, goal: yield, epsilon: 16/255}",
    "sign: {distance: 25 m}\nattack: {method: pgd, goal: away, epsilon: 16/255, steps: 5}",
    "sign: {distance: 20 m}\nattack: {method: noise, goal: away, epsilon: 100/255}",
    "sign: {distance: 20 m, face: priority-road}\nattack: {method: pgd, goal: stop, epsilon: 16/255, steps: 5}",
    "sign: {distance: 15 m, face: speed-limit-30}\nattack: {method: fgsm, goal: away, epsilon: 8/255}",
    "sign: {distance: 15 m, face: yield}\nattack: {method: jsma, goal: stop, features: 2 %}",
  ]

  @Test(arguments: scenarios)
  func everyClaim(_ text: String) throws {
    let folder = try TemporaryFolder()
    try WholeFile.write(Array(Project.shortScenario(text).utf8), to: folder.file("s.yaml"))
    let run = try RunningCommand("drive", folder.file("s.yaml"), "--json")
    #expect(run.exitCode == 0, "\(run.standardError)")
    let audit = try RecordAudit(Data(run.standardOutput.utf8))
    audit.checkCounts()
    audit.checkTurned()
    audit.checkNorms()
    audit.checkMotion()
    audit.checkBeliefs()
  }
}

/// A record as plain JSON, recounted without the types that wrote it.
private struct RecordAudit {
  typealias Object = [String: Any]

  let record: Object
  let sign: Int
  let attack: Object?

  init(_ bytes: Data) throws {
    record = try #require(try JSONSerialization.jsonObject(with: bytes) as? Object)
    sign = try #require((record["sign"] as? Object)?["class"] as? Int)
    attack = record["attack"] as? Object
    #expect(record["schema"] as? String == "stopline.drive/2")
    #expect((attack == nil) == (record["turned"] is NSNull) && (attack == nil) == (record["control"] is NSNull))
  }

  private func rows(_ key: String) -> [Object] { record[key] as? [Object] ?? [] }

  /// The drives with the rows that tell what they read.
  private var drives: [(name: String, rows: [Object])] {
    guard attack != nil else { return [("clean", rows("frames"))] }
    return [("clean", rows("clean_frames")), ("attacked", rows("frames")), ("control", rows("control_frames"))]
  }

  /// What a reading is; away from a class every other is the goal.
  private func kind(_ row: Object, _ key: String) -> String {
    guard let read = (row[key] as? Object)?["class"] as? Int else { return "none" }
    if read == sign { return "sign" }
    guard let goal = attack?["goal"] as? Object else { return "other" }
    return goal["to"] is NSNull || goal["to"] as? Int == read ? "goal" : "other"
  }

  private func expect(_ claimed: Any?, are kinds: [String], _ names: [String: String], total: String) {
    let claims = claimed as? [String: Int] ?? [:]
    #expect(claims[total] == kinds.count)
    for (name, kind) in names { #expect(claims[name] == kinds.count { $0 == kind }, "\(name)") }
    #expect(names.keys.reduce(0) { $0 + (claims[$1] ?? -1) } == claims[total])
  }

  func checkCounts() {
    let point = record["braking_point_m"] as? Double ?? .nan
    let names = ["sign": "sign", "goal": "goal", "other": "other", "none": "none"]
    for (name, rows) in drives {
      let outcome = record[name] as? Object
      #expect(!rows.isEmpty)
      expect(outcome?["readings"], are: rows.map { kind($0, name) }, names, total: "frames")
      let before = rows.filter { $0["distance_m"] as? Double ?? 0 >= point }
      expect(outcome?["before_braking"], are: before.map { kind($0, name) }, names, total: "frames")
    }
  }

  func checkTurned() {
    guard attack != nil else { return }
    let eligible = rows("frames").filter { kind($0, "clean") == "sign" }
    expect(
      record["turned"], are: eligible.map { kind($0, "attacked") },
      ["kept": "sign", "goal": "goal", "other": "other", "none": "none"], total: "eligible")
  }

  func checkNorms() {
    let norms = record["norms"] as? Object ?? [:]
    let changed = rows("frames").filter { $0["l0_pixels"] as? Int ?? 0 > 0 }
    #expect(norms["frames"] as? Int == changed.count)
    for name in ["l0_pixels", "l0_features", "l1", "l2", "linf", "psnr_db", "ssim"] {
      let values = changed.compactMap { $0[name] as? Double }.sorted()
      guard let least = values.first, let most = values.last else {
        #expect(norms[name] is NSNull)
        continue
      }
      let claims = norms[name] as? [String: Double] ?? [:]
      let middle = (values[(values.count - 1) / 2] + values[values.count / 2]) / 2
      let expected = [
        "mean": values.reduce(0, +) / Double(values.count), "median": middle,
        "worst": ["psnr_db", "ssim"].contains(name) ? least : most,
      ]
      for (key, value) in expected {
        #expect(abs((claims[key] ?? .nan) - value) <= 1e-9 * max(1, abs(value)), "\(name) \(key)")
      }
    }
    let cost = record["cost"] as? [String: Int]
    for key in ["queries", "gradients"] {
      #expect(cost?[key] == rows("frames").reduce(0) { $0 + ($1[key] as? Int ?? 0) })
    }
  }

  func checkMotion() {
    for (name, rows) in drives {
      for (a, b) in zip(rows, rows.dropFirst()) {
        func value(_ row: Object, _ key: String) -> Double { row[key] as? Double ?? .nan }
        let time = value(b, "t_s") - value(a, "t_s")
        let way = value(a, "distance_m") - value(b, "distance_m")
        #expect(time > 0)
        #expect(
          abs(way - (value(a, "speed_mps") + value(b, "speed_mps")) / 2 * time) <= 0.05 + 0.05 * abs(way), "\(name)")
      }
    }
  }

  /// Between changes of belief every row believes the same.
  func checkBeliefs() {
    for (name, rows) in drives {
      let beliefs = (record[name] as? Object)?["beliefs"] as? [Object] ?? []
      for row in rows {
        let time = row["t_s"] as? Double ?? .nan
        let last = beliefs.last { $0["t_s"] as? Double ?? .nan <= time }
        #expect(last?["class"] as? Int == row["believed"] as? Int, "\(name) at \(time)")
      }
    }
  }
}
