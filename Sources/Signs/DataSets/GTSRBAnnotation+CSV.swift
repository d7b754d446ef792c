import Groundwork

extension GTSRBAnnotation {
  /// The columns of the benchmark's CSV files, separated by semicolons.
  static let columns = ["Filename", "Width", "Height", "Roi.X1", "Roi.Y1", "Roi.X2", "Roi.Y2", "ClassId"]

  /// The columns of the CSV files that the copies on data-set sites have, separated by commas; paths stand in for names.
  private static let columnsOfCopies = ["Width", "Height", "Roi.X1", "Roi.Y1", "Roi.X2", "Roi.Y2", "ClassId", "Path"]

  /// Reads one of the benchmark's CSV files, or one in the layout of its copies; of a path the last part is the name.
  /// - Parameters:
  ///   - path: the file.
  ///   - folder: what stands before each name, with its slash; empty for none.
  ///   - expected: the only class that may occur, if it is known.
  /// - Throws: `GTSRBDataSetError` with the line that is wrong.
  static func readCSV(
    _ path: String, folder: String, expected: SignClass?
  ) throws(GTSRBDataSetError) -> [GTSRBAnnotation] {
    let bytes: [UInt8]
    do {
      bytes = try WholeFile.read(path, limit: 1 << 26)
    } catch {
      throw .file(error)
    }
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw .malformed(path: path, line: 1, reason: "is not UTF-8 text")
    }
    if text.first == "\u{FEFF}" { text.removeFirst() }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let header = lines.first ?? ""
    let isCopy = header.split(separator: ",").map(String.init) == columnsOfCopies
    guard isCopy || header.split(separator: ";").map(String.init) == columns else {
      throw .malformed(path: path, line: 1, reason: "is not the header \(columns.joined(separator: ";"))")
    }
    var annotations: [GTSRBAnnotation] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.allSatisfy(\.isWhitespace) {
      do throws(Complaint) {
        annotations.append(
          try parse(try isCopy ? fieldsOfCopy(line) : fields(line, ";"), folder: folder, expected: expected))
      } catch {
        throw .malformed(path: path, line: index + 1, reason: error.reason)
      }
    }
    return annotations
  }

  /// What is wrong with a line.
  private struct Complaint: Error {
    let reason: String
  }

  private static func fields(_ line: Substring, _ separator: Character) throws(Complaint) -> [Substring] {
    let fields = line.split(separator: separator, omittingEmptySubsequences: false)
    guard fields.count == columns.count else {
      throw Complaint(reason: "has \(fields.count) fields where \(columns.count) belong")
    }
    return fields
  }

  /// The fields of a copy's line in the benchmark's order.
  private static func fieldsOfCopy(_ line: Substring) throws(Complaint) -> [Substring] {
    let fields = try fields(line, ",")
    let path = fields[fields.count - 1]
    return [path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]] + fields.dropLast()
  }

  private static func parse(
    _ fields: [Substring], folder: String, expected: SignClass?
  ) throws(Complaint) -> GTSRBAnnotation {
    let name = fields[0]
    guard !name.isEmpty, name != "..", !name.contains("/"), !name.contains("\0") else {
      throw Complaint(reason: "names \"\(name)\", which is no file name")
    }
    var numbers: [Int] = []
    for (column, field) in zip(columns, fields).dropFirst() {
      guard let number = Int(field), (0...1_000_000).contains(number) else {
        throw Complaint(reason: "has \"\(field)\" for \(column), which is no whole number from 0 to 1000000")
      }
      numbers.append(number)
    }
    let region = Region(
      width: numbers[0], height: numbers[1], x1: numbers[2], y1: numbers[3], x2: numbers[4], y2: numbers[5])
    guard region.x1 < region.x2, region.x2 <= region.width, region.y1 < region.y2, region.y2 <= region.height else {
      throw Complaint(reason: "has a region that is empty or not inside the photograph")
    }
    guard let label = SignClass(rawValue: numbers[6]) else {
      throw Complaint(reason: "has the unknown class \(numbers[6]); classes are 0 to \(SignClass.count - 1)")
    }
    if let expected, label != expected {
      throw Complaint(reason: "has class \(label.rawValue) in the folder of class \(expected.rawValue)")
    }
    return GTSRBAnnotation(name: folder + name, label: label, region: region)
  }
}
