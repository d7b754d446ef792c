import Records
import Testing

@Suite("Comma-separated tables")
struct TableTests {
  @Test func frames() {
    var record = RecordSamples.attackedDrive
    record.frames.append(RecordSamples.unattackedFrame)
    #expect(
      record.frameTable == """
        t_s,distance_m,speed_mps,sign_px,believed,brake_mps2,clean_class,clean_confidence,attacked_class,\
        attacked_confidence,l0_pixels,l0_features,l1,l2,linf,psnr_db,ssim,queries,gradients
        0.05,52.5,13.875,22.5,14,0.5,14,0.5,,0.25,12,20,8.25,2.5,1.0,30.5,0.875,3,2
        0.0,53.0,14.0,22.0,,0.0,14,0.5,,,,,,,,,,0,0

        """)
  }

  @Test func thresholds() {
    let interval = RecordSamples.tuning.rows[0].falseRejectInterval ?? []
    #expect(
      RecordSamples.tuning.table == """
        threshold,images,accepted,coverage,accuracy,right,false_reject,false_reject_low,false_reject_high,\
        pgd(steps=10) of,pgd(steps=10) passed,pgd(steps=10) rate,missed_of,missed,phantom_of,phantom
        0.5,4,3,0.75,1.0,4,0.25,\(interval[0]),\(interval[1]),1,1,1.0,1,0,3,0

        """)
  }

  @Test func corruptions() {
    #expect(
      RecordSamples.corruptions.table == """
        corruption,family,group,severity,error,missed,missed_of
        fog,weather,main,0,0.25,,
        fog,weather,main,1,0.25,0,12
        fog,weather,main,2,0.25,0,12
        fog,weather,main,3,0.5,0,12
        fog,weather,main,4,0.75,6,12
        fog,weather,main,5,0.75,12,12
        fog,weather,rendered,0,0.0,,
        fog,weather,rendered,1,0.0,,
        fog,weather,rendered,2,0.0,,
        fog,weather,rendered,3,0.0,,
        fog,weather,rendered,4,0.0,,
        fog,weather,rendered,5,1.0,,

        """)
  }

  @Test(
    "fields are quoted as RFC 4180 has it",
    arguments: [
      ("plain", "plain"), ("", ""), ("a b", "a b"), ("a,b", "\"a,b\""), ("say \"stop\"", "\"say \"\"stop\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("two\r\nlines", "\"two\r\nlines\""), ("\"", "\"\"\"\""),
    ])
  func quoting(_ field: String, _ expected: String) {
    var table = CommaSeparatedTable(columns: ["name", "value"])
    table.append([field, "1"])
    #expect(table.text == "name,value\n\(expected),1\n")
  }

  @Test("numbers that are not finite are empty")
  func nonFinite() {
    #expect(CommaSeparatedTable.field(Double.nan) == "")
    #expect(CommaSeparatedTable.field(Double.infinity) == "")
    #expect(CommaSeparatedTable.field(0.1) == "0.1")
  }
}
