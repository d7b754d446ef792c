extension DriveRecord {
  /// `frames` as comma-separated text, one line a frame, the names of the record with nested readings flattened;
  /// what is `null` in the record is empty here.
  package var frameTable: String { CommaSeparatedTable.text(of: frames) }
}

extension FrameRecord: Tabular {
  package static let columns: [Column<FrameRecord>] =
    FrameMoment.columns.map { $0.at(\.moment) } + FrameReading.columns.map { $0.at(\.clean, prefix: "clean_") }
    + FrameReading.columns.map { $0.at(\.attacked, prefix: "attacked_") } + Norms.columns.map { $0.at(\.norms) }
    + CostRecord.columns.map { $0.at(\.cost) }
}

extension FrameMoment: Tabular {
  package static let columns: [Column<FrameMoment>] = [
    Column("t_s", \.time), Column("distance_m", \.distance), Column("speed_mps", \.speed),
    Column("sign_px", \.signWidth), Column("believed", \.believed), Column("brake_mps2", \.braking),
  ]
}

extension FrameReading: Tabular {
  package static let columns: [Column<FrameReading>] = [
    Column("class", \.classNumber), Column("confidence", \.confidence),
  ]
}

extension Norms: Tabular {
  package static let columns: [Column<Norms>] = [
    Column("l0_pixels", \.l0Pixels), Column("l0_features", \.l0Features), Column("l1", \.l1), Column("l2", \.l2),
    Column("linf", \.linf), Column("psnr_db", \.psnr), Column("ssim", \.ssim),
  ]
}

extension CostRecord: Tabular {
  package static let columns: [Column<CostRecord>] = [
    Column("queries", \.queries), Column("gradients", \.gradients),
  ]
}
