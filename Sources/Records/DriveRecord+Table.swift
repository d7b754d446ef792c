extension DriveRecord {
  /// `frames` as comma-separated text, one line a frame, the names of the record with nested readings flattened;
  /// what is `null` in the record is empty here.
  package var frameTable: String {
    var table = CommaSeparatedTable(columns: [
      "t_s", "distance_m", "speed_mps", "sign_px", "clean_class", "clean_confidence", "attacked_class",
      "attacked_confidence", "l0_pixels", "l0_features", "l1", "l2", "linf", "psnr_db", "ssim", "queries", "gradients",
    ])
    for frame in frames { table.append(frame.fields) }
    return table.text
  }
}

extension FrameRecord {
  fileprivate var fields: [String] {
    typealias Table = CommaSeparatedTable
    return [
      Table.field(time), Table.field(distance), Table.field(speed), Table.field(signWidth),
      Table.field(clean.classNumber), Table.field(clean.confidence),
      Table.field(attacked?.classNumber), Table.field(attacked?.confidence),
      Table.field(norms.l0Pixels), Table.field(norms.l0Features),
      Table.field(norms.l1), Table.field(norms.l2), Table.field(norms.linf),
      Table.field(norms.psnr), Table.field(norms.ssim),
      Table.field(cost.queries), Table.field(cost.gradients),
    ]
  }
}
