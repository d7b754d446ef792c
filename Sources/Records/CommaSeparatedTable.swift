/// A table as comma-separated text: fields quoted as RFC 4180 has it, lines ended by a newline.
package struct CommaSeparatedTable: Sendable {
  /// The table so far, its first line the column names.
  package private(set) var text: String
  private let columns: Int

  package init(columns: [String]) {
    self.columns = columns.count
    text = CommaSeparatedTable.line(columns)
  }

  /// Adds a line.
  /// - Precondition: one field a column.
  package mutating func append(_ fields: [String]) {
    precondition(fields.count == columns, "a line of a table has one field a column")
    text += CommaSeparatedTable.line(fields)
  }

  /// A whole number, empty when absent.
  package static func field(_ value: Int?) -> String {
    value.map(String.init) ?? ""
  }

  /// A number in the fewest digits that read back to the same value, empty when absent or not finite.
  package static func field(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return "\(value)"
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return field }
    return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
