import Records
import Testing

@Suite("What records look like on disk")
struct RecordTextTests {
  @Test func attackedFrame() throws {
    #expect(
      try line(RecordSamples.frame) == """
        {"attacked":{"class":null,"confidence":0.25},"believed":14,"brake_mps2":0.5,\
        "clean":{"class":14,"confidence":0.5},"distance_m":52.5,"gradients":2,"l0_features":20,"l0_pixels":12,"l1":8.25,"l2":2.5,"linf":1,"psnr_db":30.5,"queries":3,\
        "sign_px":22.5,"speed_mps":13.875,"ssim":0.875,"t_s":0.05}

        """)
  }

  @Test func cleanDrive() throws {
    #expect(
      try line(RecordSamples.cleanDrive) == """
        {"arithmetic":{"algorithm":"automatic","kernel":"avx2"},"attack":null,"attacked":null,"braking_point_m":40.5,\
        "clean":{"before_braking":{"frames":1,"goal":0,"none":0,"other":0,"sign":1},"beliefs":[{"class":14,\
        "distance_m":41.5,"t_s":0.5}],"collision":null,"hardest_braking_mps2":3.25,"line_margin_m":1,\
        "outcome":"stopped","readings":{"frames":3,"goal":0,"none":1,"other":0,"sign":2},"speed_at_line_mps":0,\
        "why":"The car stood still.","wrong":false},"clean_frames":[{"believed":14,"brake_mps2":0.5,\
        "clean":{"class":14,"confidence":0.5},"distance_m":52.5,"sign_px":22.5,"speed_mps":13.875,"t_s":0.05}],\
        "clean_motion":[],"control":null,"control_frames":[{"believed":14,"brake_mps2":0.5,\
        "control":{"class":14,"confidence":0.5},"distance_m":52.5,"sign_px":22.5,"speed_mps":13.875,"t_s":0.05}],\
        "control_motion":[],"control_norm":null,"cost":{"gradients":0,"queries":0},"could_obey":true,\
        "frames":[{"attacked":null,"believed":null,"brake_mps2":0,"clean":{"class":14,"confidence":0.5},\
        "distance_m":53,"gradients":0,"l0_features":null,"l0_pixels":null,"l1":null,"l2":null,"linf":null,\
        "psnr_db":null,"queries":0,"sign_px":22,"speed_mps":14,"ssim":null,"t_s":0}],\
        "motion":[{"acceleration_mps2":0,"distance_m":53,"speed_mps":14,"t_s":0}],"norms":{"frames":0,\
        "l0_features":null,"l0_pixels":null,"l1":null,"l2":null,"linf":null,"psnr_db":null,"ssim":null},\
        "notes":["A note."],"scenario":{"name":"stop-to-yield","resolved":{"scenario":{"seed":"7"},\
        "vehicle":{"speed":"50 km/h"}},"sha256":"ff00"},"schema":"stopline.drive/2","seed":7,\
        "sign":{"acted_on":true,"class":14,"demand":"stand","limit_mps":null,"name":"stop"},\
        "subject":{"defences":[{"name":"reject","settings":{"threshold":0.5}}],\
        "model":{"format":"stopline","path":"Assets/Models/stopline.safetensors","sha256":"00ff"}},"turned":null,\
        "version":"\(ProgramVersion.current)"}

        """)
  }

  @Test func attackDescription() throws {
    #expect(
      try line(RecordSamples.attackedDrive.attack) == """
        {"call":"jsma(theta=0.5)","goal":{"from":14,"to":13},"limits":{"feature_share":0.145,"steps":100},\
        "method":"jsma","settings":{"clip":true,"scores":"logits","theta":0.5},"surface":"camera","title":"JSMA"}

        """)
  }

  @Test("an attack's rate counts what was read rightly, its medians what met the goal")
  func attack() throws {
    let text = try line(RecordSamples.attack)
    let parts = [
      #""schema":"stopline.attack/2","seed":1,"#, #""version":"\#(ProgramVersion.current)"}"#,
      #"{"arithmetic":{"algorithm":"automatic","kernel":"portable"},"call":"jsma(theta=0.5)","#,
      #""control":{"attempted":2,"interval95":[0,0.657"#, #""rate":0,"readings":[{"class":null,"#,
      #""data":{"images":3,"path":"signs","sha256":"0a"},"goal":{"from":14,"to":13},"#,
      #""file":"signs/00000.png","gradients":1,"l0_features":20,"l0_pixels":12,"l1":8.25,"l2":2.5,"linf":1,"#,
      #""sha256":"01","ssim":0.875,"status":"turned","success":true},"#,
      #""sha256":"02","ssim":1,"status":"held","success":false},"#, #""status":"misread","success":false}],"#,
      #""subject":{"defences":[],"model":{"#, #""summary":{"attempted":2,"images":3,"interval95":[0.0945"#,
      #""median":{"l0_features":20,"l0_pixels":12,"l1":8.25,"l2":2.5,"linf":1,"psnr_db":30.5,"ssim":0.875},"#,
      #""rate":0.5,"succeeded":1}"#,
    ]
    for part in parts { #expect(text.contains(part), "\(part)") }
  }

  @Test func aRateOfNothingIsNull() throws {
    let summary = AttackSummary(of: [RecordSamples.attack.images[2]])
    #expect(summary.images == 1 && summary.attempted == 0 && summary.rate == nil && summary.interval95 == nil)
    #expect(try line(summary).contains(#""interval95":null"#))
  }

  @Test func evaluation() throws {
    #expect(
      try line(RecordSamples.evaluation) == """
        {"accuracy":0.75,"arithmetic":{"algorithm":"automatic","kernel":"avx2"},\
        "confusions":[{"from":14,"images":1,"to":13}],"data":{"images":4,"path":"GTSRB","sha256":"11aa"},"images":4,\
        "interval95":[0.25,1],"left_out":{"images":3,"names":["no-entry"]},"per_class":[{"class":14,"images":2,\
        "name":"stop","precision":null,"sensitivity":0.5,"specificity":1}],"schema":"stopline.evaluation/2","seed":7,\
        "subject":{"defences":[{"name":"rejection","settings":{"threshold":0.75}}],"model":{"format":"stopline",\
        "path":"Assets/Models/stopline.safetensors","sha256":"00ff"}},"tracks":2,\
        "version":"\(ProgramVersion.current)","watched":[{"from":14,"images":1,"to":13},{"from":13,"images":0,"to":14}]}

        """)
  }

  @Test("a rejected reading keeps its likeliest classes")
  func classification() throws {
    #expect(
      try line(RecordSamples.rejected) == """
        {"class":null,"confidence":0.25,"file":"signs/a.png","name":null,"top":[{"class":14,"confidence":0.25,\
        "name":"stop"}]}

        """)
  }

  @Test("a tuned row holds its counts, and nothing is said of 0 of 0")
  func tuning() throws {
    let text = try line(RecordSamples.tuning)
    for part in [
      #""schema":"stopline.tune/2""#, #""chosen":null"#, #""target":null"#, #""sign":{"class":14,"name":"stop"}"#,
      #""counts":{"accepted":3,"accepted_right":3,"images":4,"right":4},"coverage":0.75,"false_reject":0.25"#,
      #""passed":{"pgd(steps=10)":{"interval95":["#, #""of":1,"passed":1,"rate":1}}"#,
      #""confirmed_at_m":{"farthest":80,"median":70,"nearest":60}"#,
      #""phantom":{"count":0,"interval95":null,"of":0,"rate":null}"#,
    ] {
      #expect(text.contains(part), "\(part) is missing in \(text)")
    }
  }

  @Test("a document is indented and ends with a newline")
  func document() throws {
    let text = String(decoding: try RecordEncoding.document(RecordSamples.model), as: UTF8.self)
    #expect(
      text == """
        {
          "format" : "stopline",
          "path" : "Assets/Models/stopline.safetensors",
          "sha256" : "00ff"
        }

        """)
  }

  @Test(
    "numbers that JSON cannot hold are null, or refused where there must be a number",
    arguments: [
      Double.infinity, -.infinity, .nan,
    ])
  func nonFinite(_ value: Double) throws {
    #expect(try line(Norms(psnr: value)).contains(#""psnr_db":null"#))
    #expect(throws: EncodingError.self) {
      try line(MotionRecord(time: 0, distance: value, speed: 0, acceleration: 0))
    }
  }

  private func line(_ record: some Encodable) throws -> String {
    String(decoding: try RecordEncoding.line(record), as: UTF8.self)
  }
}
