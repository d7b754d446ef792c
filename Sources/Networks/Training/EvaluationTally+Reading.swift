extension EvaluationTally {
  /// Counts what a reader makes of labelled pictures.
  ///
  /// - Parameters:
  ///   - batchSize: how many pictures the reader is given at a time; of no influence on the counts.
  ///   - progress: called after each batch with the number of pictures read so far.
  /// - Precondition: the pictures have the reader's size and classes.
  package init(
    of reader: some DecisionReader, on pictures: LabelledPictures, batchSize: Int = 256,
    progress: (_ images: Int) -> Void = { _ in }
  ) throws {
    self.init(classCount: reader.classCount)
    var start = 0
    while start < pictures.count {
      let range = start..<min(start + batchSize, pictures.count)
      let decisions = try reader.decisions(on: pictures.batch(range))
      for (index, decision) in zip(range, decisions) { count(label: pictures.labels[index], reading: decision) }
      start = range.upperBound
      progress(start)
    }
  }
}
