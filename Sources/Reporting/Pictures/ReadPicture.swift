import Imaging
import Records

/// A picture and what the network reads on it.
package struct ReadPicture: Sendable {
  package var image: Image
  package var reading: ReadingRecord

  package init(image: Image, reading: ReadingRecord) {
    self.image = image
    self.reading = reading
  }
}

extension ReadingRecord {
  /// The class's name, or what stands for one.
  package var words: String {
    guard let classNumber else { return "rejected" }
    return name ?? "class \(classNumber)"
  }
}
