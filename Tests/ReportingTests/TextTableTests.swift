import Reporting
import Testing

@Suite struct TextTableTests {
  private var table: TextTable {
    var table = TextTable(columns: [TextTable.Column("name"), TextTable.Column("share", .right), TextTable.Column("")])
    table.append(["stop", "9.5 %", TextTable.Cell("held", .good)])
    table.append(["a longer name", "100.0 %", ""])
    return table
  }

  @Test func numbersEndAndWordsBeginInOneColumn() {
    #expect(
      table.text(.plain) == """
        name             share
        ─────────────  ───────  ────
        stop             9.5 %  held
        a longer name  100.0 %

        """)
  }

  @Test func asciiHasNoOtherCharacters() {
    #expect(table.text(.ascii).unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test func coloursAddNothingButEscapes() {
    let colored = table.text(.terminal)
    #expect(colored.contains("\u{1B}[32mheld\u{1B}[0m"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == table.text(.plain))
    #expect(!table.text(.plain).contains("\u{1B}"))
  }

  @Test func untitledTablesHaveNoHead() {
    var table = TextTable(columns: [TextTable.Column(""), TextTable.Column("", .right)])
    table.append(["a", "1"])
    #expect(table.text(.plain) == "a  1\n")
  }

  @Test func wideCharactersFillTwoCells() {
    var table = TextTable(columns: [TextTable.Column("sign"), TextTable.Column("n", .right)])
    table.append(["停止", "1"])
    table.append(["stop", "2"])
    let lines = table.text(.plain).split(separator: "\n")
    #expect(lines[2] == "停止  1")
    #expect(lines[3] == "stop  2")
  }

  @Test func namesCannotSteerTheTerminal() {
    var table = TextTable(columns: [TextTable.Column("file")])
    table.append(["evil\u{1B}[2J\n\u{202E}.png"])
    let text = table.text(.terminal)
    #expect(!text.contains("\u{1B}[2J") && !text.contains("\u{202E}"))
    #expect(text.split(separator: "\n").count == 3)
  }
}
