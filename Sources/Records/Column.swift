/// One column of a table whose rows are `Row`s: its name and what stands in it.
///
/// A row type declares its columns once; tables of parts are joined with `at` and never copied.
package struct Column<Row: Sendable>: Sendable {
  /// In snake case with its unit, as the record's key: `distance_m`.
  package let name: String
  /// What a row has there; nil where it has nothing.
  package let value: @Sendable (Row) -> RecordedValue?

  package init(_ name: String, _ value: @escaping @Sendable (Row) -> RecordedValue?) {
    self.name = name
    self.value = value
  }

  package init(_ name: String, _ path: KeyPath<Row, Int> & Sendable) {
    self.init(name) { .integer($0[keyPath: path]) }
  }

  package init(_ name: String, _ path: KeyPath<Row, Int?> & Sendable) {
    self.init(name) { $0[keyPath: path].map(RecordedValue.integer) }
  }

  package init(_ name: String, _ path: KeyPath<Row, Double> & Sendable) {
    self.init(name) { .number($0[keyPath: path]) }
  }

  package init(_ name: String, _ path: KeyPath<Row, Double?> & Sendable) {
    self.init(name) { $0[keyPath: path].map(RecordedValue.number) }
  }

  package init(_ name: String, _ path: KeyPath<Row, String> & Sendable) {
    self.init(name) { .text($0[keyPath: path]) }
  }

  /// The same column of something that holds a `Row`.
  /// - Parameter prefix: put before the name: `clean_`.
  package func at<Outer: Sendable>(_ path: KeyPath<Outer, Row> & Sendable, prefix: String = "") -> Column<Outer> {
    let value = value
    return Column<Outer>(prefix + name) { value($0[keyPath: path]) }
  }

  /// The same column of something that may hold a `Row`; empty where it does not.
  /// - Parameter prefix: put before the name: `attacked_`.
  package func at<Outer: Sendable>(_ path: KeyPath<Outer, Row?> & Sendable, prefix: String = "") -> Column<Outer> {
    let value = value
    return Column<Outer>(prefix + name) { $0[keyPath: path].flatMap(value) }
  }
}

/// A row of a table.
package protocol Tabular: Sendable {
  /// In the order in which they are printed.
  static var columns: [Column<Self>] { get }
}

extension CommaSeparatedTable {
  /// Rows as comma-separated text, the columns' names first.
  package static func text<Row: Tabular>(of rows: [Row]) -> String {
    var table = CommaSeparatedTable(columns: Row.columns.map(\.name))
    for row in rows { table.append(Row.columns.map { field($0.value(row)) }) }
    return table.text
  }

  /// A value as a field, empty when absent; a flag is 1 or 0.
  private static func field(_ value: RecordedValue?) -> String {
    switch value {
    case nil: ""
    case .flag(let flag): flag ? "1" : "0"
    case .integer(let number): field(number)
    case .number(let number): field(number)
    case .text(let text): text
    }
  }
}
