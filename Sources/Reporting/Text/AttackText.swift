import Records

/// An attack's results as a table, with the control below.
package struct AttackText: Sendable {
  private let record: AttackRecord
  private let classNames: [String]
  private let controlSuccesses: Int
  private let attempted: Int

  /// - Parameters:
  ///   - controlSuccesses: images that random noise of the same norm turned.
  ///   - attempted: images that were read rightly before.
  package init(_ record: AttackRecord, classNames: [String], controlSuccesses: Int, attempted: Int) {
    self.record = record
    self.classNames = classNames
    self.controlSuccesses = controlSuccesses
    self.attempted = attempted
  }

  /// So many images are listed one by one.
  private static let listed = 40

  package func text(_ style: TerminalStyle) -> String {
    var table = TextTable(columns: [
      .init("image"), .init("clean"), .init("crafted"), .init("L0 px", .right), .init("L0 values", .right),
      .init("L1", .right), .init("L2", .right), .init("L-inf", .right), .init("PSNR", .right), .init("SSIM", .right),
      .init("queries", .right), .init("gradients", .right),
    ])
    for image in record.images.prefix(AttackText.listed) {
      table.append(
        [
          .init(image.name), .init(reading(image.clean)), .init(reading(image.crafted), image.success ? .bad : .good),
        ] + cells(image.norms) + [.init(Figure.count(image.cost.queries)), .init(Figure.count(image.cost.gradients))])
    }
    let median = record.summary.median
    table.append(
      [
        .init("median", .strong), .init(""), .init("of the flipped"),
        .init(Figure.decimal(median.l0Pixels, places: 0)), .init(Figure.decimal(median.l0Features, places: 0)),
        .init(Figure.decimal(median.l1, places: 2)), .init(Figure.decimal(median.l2, places: 3)),
        .init(Figure.levels(median.linf)), .init(Figure.decimal(median.psnr, places: 1)),
        .init(Figure.decimal(median.ssim, places: 4)), .init(""), .init(""),
      ])
    let rest = record.images.count - AttackText.listed
    return table.text(style) + (rest > 0 ? "(\(rest) more images are in the record)\n" : "") + "\n" + verdict
  }

  private func cells(_ norms: Norms) -> [TextTable.Cell] {
    [
      .init(Figure.count(norms.l0Pixels)), .init(Figure.count(norms.l0Features)),
      .init(Figure.decimal(norms.l1, places: 2)), .init(Figure.decimal(norms.l2, places: 3)),
      .init(Figure.levels(norms.linf)), .init(Figure.decimal(norms.psnr, places: 1)),
      .init(Figure.decimal(norms.ssim, places: 4)),
    ]
  }

  private func reading(_ reading: Reading) -> String {
    "\(reading.name ?? "rejected") \(Figure.percent(reading.confidence, places: 0))"
  }

  private var verdict: String {
    let goal = record.goal.to.map { "turned to \(classNames[$0])" } ?? "turned away"
    let interval = record.summary.interval95.map { Figure.percent($0) }.joined(separator: " to ")
    let skipped = record.images.count - attempted
    let misread = skipped > 0 ? " (\(skipped) more were misread before and do not count)" : ""
    return
      "\(record.method): \(record.summary.success) of \(attempted) images \(goal), 95 % interval \(interval)\(misread).\n"
      + "Control, random noise of the same norm: \(controlSuccesses) of \(attempted)."
  }
}
