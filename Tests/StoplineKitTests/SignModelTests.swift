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
