import Foundation
import StoplineKit
import TestSupport
import Testing

@Suite struct SignModelTests {
  private static let assets = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Assets").standardized
    .path
  private static let stop = assets + "/Signs/14-stop.png"
  private static let tiny = assets + "/Models/tiny.safetensors"

  @Test func aStopSignIsReadAsOne() throws {
    let reading = try SignModel(contentsOf: Self.tiny).classify(Picture(contentsOf: Self.stop))
    #expect(reading.name == "stop")
    #expect(reading.classNumber == 14)
    #expect(reading.confidence > 0.5 && reading.confidence <= 1)
  }

  @Test func aDefenceMayRejectTheReading() throws {
    let gray = Picture(width: 32, height: 32, levels: [UInt8](repeating: 90, count: 3 * 32 * 32))
    let bare = try SignModel(contentsOf: Self.tiny).classify(gray)
    let defended = try SignModel(contentsOf: Self.tiny, defences: ["rejection(threshold=1)"]).classify(gray)
    #expect(bare.name != nil)
    #expect(defended.name == nil && defended.classNumber == nil)
  }

  @Test func whatIsReportedIsWhatTheModelReads() throws {
    let model = try SignModel(contentsOf: Self.tiny)
    let report = try model.attack(
      [try Picture(contentsOf: Self.stop)], with: "pgd(epsilon=8/255, steps=10)", sign: "stop", target: "yield", seed: 1
    )
    let picture = try #require(report.pictures.first)
    #expect(report.pictures.count == 1)
    #expect(try model.classify(picture.clean) == picture.cleanReading)
    #expect(try model.classify(picture.crafted) == picture.craftedReading)
    #expect(picture.isTurned == (picture.craftedReading.name == "yield"))
    let changes = zip(picture.clean.levels, picture.crafted.levels).map { abs(Int($0) - Int($1)) }
    #expect((1...8).contains(try #require(changes.max())))
    #expect(abs(picture.linf - Double(changes.max() ?? 0) / 255) < 1e-6)
    let length = changes.reduce(0.0) { $0 + Double($1 * $1) }.squareRoot() / 255
    #expect(abs(picture.l2 - length) < 1e-4)
    let record = try #require(try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
    #expect((record["images"] as? [Any])?.count == 1)
  }

  @Test(arguments: ["pdg", "pgd(step=1)", "pgd(steps=0)"])
  func whatIsNoAttackIsExplained(_ attack: String) throws {
    let model = try SignModel(contentsOf: Self.tiny)
    let error = try #require(throws: StoplineError.self) { try model.attack([], with: attack, sign: "stop", seed: 1) }
    #expect(error.kind == .usage)
    #expect(error.description.hasPrefix("The attack is '"))
  }

  @Test func aModelThatIsNoneIsExplained() throws {
    let error = try #require(throws: StoplineError.self) { try SignModel(contentsOf: Self.stop) }
    #expect(error.kind == .badData)
    #expect(error.description.hasPrefix(Self.stop + ": "))
  }

  @Test func aDriveEndsAsItsRecordSays() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("short.yaml")
    try "vehicle: {speed: 20 km/h}\ncamera: {rate: 5 fps}\nperception: {confirm: 2 of 3}\nattack: {method: none}\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    var scenario = try DriveScenario(contentsOf: file)
    scenario.seed = 3
    let report = try scenario.drive(with: SignModel(contentsOf: Self.tiny), signFaces: Self.assets + "/Signs")
    #expect(report.clean.outcome == "stopped" && !report.clean.isWrong)
    #expect(report.attacked == nil && report.control == nil)
    let record = try #require(try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
    #expect(record["seed"] as? Int == 3)
    #expect((record["clean"] as? [String: Any])?["outcome"] as? String == "stopped")
  }
}
