import Foundation
import Records
import Testing

@Suite struct VersionTests {
  @Test func theChangelogBeginsWithThisVersion() throws {
    let text = try String(contentsOfFile: Project.root + "/CHANGELOG.md", encoding: .utf8)
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) }
    #expect(headings.first.map(String.init) == ProgramVersion.current)
  }
}
