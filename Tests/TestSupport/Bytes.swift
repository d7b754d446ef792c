import Foundation

/// Writes a file for a test to read, without the code under test.
package func write(_ bytes: [UInt8], to path: String) throws {
  try Data(bytes).write(to: URL(fileURLWithPath: path))
}
