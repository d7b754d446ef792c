import Records
import Testing

@Suite("What records look like on disk")
struct RecordTextTests {
  @Test func attackedFrame() throws {
    #expect(
      try line(RecordSamples.frame) == """
        {"attacked":{"class":null,"confidence":0.25},"clean":{"class":14,"confidence":0.5},"distance_m":52.5,\
        "gradients":2,"l0_features":20,"l0_pixels":12,"l1":8.25,"l2":2.5,"linf":1,"psnr_db":30.5,"queries":3,\
        "sign_px":22.5,"speed_mps":13.875,"ssim":0.875,"t_s":0.05}

        """)
  }

  @Test func cleanDrive() throws {
    #expect(
      try line(RecordSamples.cleanDrive) == """
        {"attack":null,"attacked":null,"clean":{"confirmed_at_m":41.5,"confirmed_class":14,"line_margin_m":1,\
        "outcome":"stopped","readings":{"14":88,"none":2},"speed_at_line_mps":0},"clean_frames":[{"clean":{"class":14,\
        "confidence":0.5},"distance_m":53,"sign_px":22,"speed_mps":14,"t_s":0}],"clean_motion":[],\
        "control":null,"cost":{"gradients":2,"queries":3},"flips":{"before_braking":{"braking_point_m":40.5,"frames":1,\
        "stop_to_yield":0},"first_at_m":null,"frames":1,"from":14,"stop_to_none":1,"stop_to_other":0,\
        "stop_to_yield":0,"to":13},"frames":[{"attacked":null,"clean":{"class":14,"confidence":0.5},"distance_m":53,\
        "gradients":0,"l0_features":null,"l0_pixels":null,"l1":null,"l2":null,"linf":null,"psnr_db":null,"queries":0,\
        "sign_px":22,"speed_mps":14,"ssim":null,"t_s":0}],"model":{"path":"Assets/Models/stopline.safetensors",\
        "sha256":"00ff"},"motion":[{"acceleration_mps2":0,"distance_m":53,"speed_mps":14,"t_s":0}],\
        "norms":{"l0_features":null,"l0_pixels":null,"l1":null,"l2":null,"linf":null,"psnr_db":null,"ssim":null},\
        "scenario":"stop-to-yield","schema":"stopline.drive/1","seed":7}

        """)
  }

  @Test func attackDescription() throws {
    #expect(
      try line(RecordSamples.attackedDrive.attack) == """
        {"budget":{"clip":true,"map":"logits","steps":100,"upsilon":0.145},"goal":{"from":14,"to":13},\
        "method":"jsma","surface":"camera"}

        """)
  }

  @Test("an attack's medians are over the images that met the goal")
  func attack() throws {
    #expect(
      try line(RecordSamples.attack) == """
        {"budget":{"epsilon":0.03125},"goal":{"from":null,"to":13},"images":[{"clean":{"class":14,"confidence":0.75,\
        "name":"stop"},"crafted":{"class":13,"confidence":0.5,"name":"yield"},"gradients":1,"l0_features":20,\
        "l0_pixels":12,"l1":8.25,"l2":2.5,"linf":1,"name":"00000","psnr_db":30.5,"queries":2,"ssim":0.875,\
        "success":true},{"clean":{"class":14,"confidence":0.75,"name":"stop"},"crafted":{"class":14,"confidence":0.5,\
        "name":"stop"},"gradients":0,"l0_features":0,"l0_pixels":0,"l1":0,"l2":0,"linf":0,"name":"00001",\
        "psnr_db":null,"queries":0,"ssim":1,"success":false}],"method":"fgsm",\
        "model":{"path":"Assets/Models/stopline.safetensors","sha256":"00ff"},"schema":"stopline.attack/1","seed":1,\
        "summary":{"images":2,"interval95":[0.25,0.75],"median":{"l0_features":20,"l0_pixels":12,"l1":8.25,"l2":2.5,\
        "linf":1,"psnr_db":30.5,"ssim":0.875},"success":1}}

        """)
  }

  @Test func evaluation() throws {
    #expect(
      try line(RecordSamples.evaluation) == """
        {"accuracy":0.75,"confusions":[{"from":14,"images":1,"to":13}],"images":4,"per_class":[{"class":14,"images":2,\
        "name":"stop","precision":null,"sensitivity":0.5,"specificity":1}],"stop_as_yield":1,"yield_as_stop":0}

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

  @Test func tuning() throws {
    #expect(
      try line(RecordSamples.tuning) == """
        {"chosen":null,"rows":[{"clean_accuracy":0.75,"false_reject":0.25,"flips_passed":null,"missed_stops":0,\
        "phantom_stops":0,"threshold":0.5}]}

        """)
  }

  @Test("a document is indented and ends with a newline")
  func document() throws {
    let text = String(decoding: try RecordEncoding.document(RecordSamples.model), as: UTF8.self)
    #expect(
      text == """
        {
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
