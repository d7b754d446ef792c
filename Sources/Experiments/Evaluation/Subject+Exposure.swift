import Imaging
import Records

extension Subject {
  /// One picture under one degradation.
  package struct Exposure: Sendable {
    package let degradation: Degradation
    /// As it is, then at severity 1 to 5, with what is read.
    package let pictures: [(image: Image, reading: ReadingRecord)]
  }

  /// One picture of a block as it is and under every degradation, each with what is read in it.
  /// - Returns: an exposure a degradation, in order.
  package func exposures(of index: Int, in block: some DegradedPictures) throws -> [Exposure] {
    try block.degradations.enumerated().map { row, degradation in
      let severities: [Severity?] = [nil] + Severity.allCases
      let pictures = try severities.map { severity -> (image: Image, reading: ReadingRecord) in
        let image = block.picture(at: index, under: severity.map { (row, $0) })
        return (image, try readings(of: batch(of: [image]))[0])
      }
      return Exposure(degradation: degradation, pictures: pictures)
    }
  }
}
