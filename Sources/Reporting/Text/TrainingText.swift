/// A training run's progress as one line.
package enum TrainingText {
  /// - Parameters:
  ///   - accuracy: on held-out photographs, in [0, 1]; nil between measurements.
  ///   - secondsLeft: at the pace so far.
  package static func line(
    _ epoch: Int, _ epochs: Int, _ loss: Double, _ accuracy: Double?, _ imagesPerSecond: Double, _ secondsLeft: Double
  ) -> String {
    let reading = accuracy.map { ", held-out accuracy \(Figure.percent($0, places: 2))" } ?? ""
    let rest = secondsLeft > 0 ? TimeLeft.text(secondsLeft).map { ", \($0)" } : nil
    return "epoch \(epoch) of \(epochs), loss \(Figure.decimal(loss, places: 4))\(reading), "
      + "\(Figure.count(Int(imagesPerSecond))) images/s\(rest ?? "")"
  }
}
