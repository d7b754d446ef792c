import Groundwork
import TestSupport
import Testing

@testable import Networks

struct ModelFileRefusalTests {
  @Test func namesTheFileTheTensorAndTheRemedy() throws {
    let bytes = try ModelForge.bytes(replacing: #"[0,432]"#, with: #"[0,436]"#)
    let error = try #require(throws: ModelFileError.self) { try ModelFile.decode(bytes, path: "m.safetensors") }
    #expect(error.kind == .badData)
    #expect(
      error.description
        == "m.safetensors: tensor conv1.weight has 436 bytes of data, and its shape needs 432; "
        + "the file is damaged, fetch it again.")
  }

  // MARK: The container

  @Test(arguments: [0, 1, 7])
  func refusesAFileWithoutAHeader(count: Int) {
    #expect(ModelForge.problem([UInt8](repeating: 1, count: count)) == .container(.tooShort(bytes: count)))
  }

  @Test(arguments: [0, 1, 1_000, UInt64(Int64.max), .max])
  func refusesAHeaderLongerThanTheFile(length: UInt64) {
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + [UInt8](repeating: 32, count: 90)
    #expect(ModelForge.problem(bytes) == .container(.headerLength(length, fileBytes: 98)))
  }

  @Test func refusesAHeaderThatIsNotText() {
    #expect(ModelForge.problem(ModelForge.bytes(header: "[1, 2]")) == .container(.headerIsNotText))
    #expect(ModelForge.problem([2, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0xFF]) == .container(.headerIsNotText))
  }

  @Test(arguments: [
    #"{"a":}"#, #"{"a":1}"#, #"{"a":{"dtype":"F32","shape":[1]}}"#,
    #"{"a":{"dtype":1,"shape":[1],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}"#,
    #"{"__metadata__":{"format":1}}"#,
    String(repeating: #"{"a":"#, count: 20_000),
  ])
  func refusesAHeaderThatIsNotTheFormats(header: String) {
    guard case .container(.header) = ModelForge.problem(ModelForge.bytes(header: header, data: [0, 0, 0, 0])) else {
      Issue.record("\(header.prefix(80)) is read")
      return
    }
  }

  @Test(arguments: [[-1], [Int.max, 2], [1 << 40, 1 << 40], [3, -2, -1]])
  func refusesAnImpossibleShape(shape: [Int]) {
    let header = #"{"a":{"dtype":"F32","shape":\#(shape),"data_offsets":[0,4]}}"#
    #expect(
      ModelForge.problem(ModelForge.bytes(header: header, data: [0, 0, 0, 0]))
        == .container(.shape(tensor: "a", shape: shape)))
  }

  @Test(arguments: [[4, 0], [-4, 0], [0, 8], [0, Int.max], [Int.min, Int.max]])
  func refusesOffsetsThatLeaveTheFile(offsets: [Int]) {
    let header = #"{"a":{"dtype":"F32","shape":[1],"data_offsets":\#(offsets)}}"#
    #expect(
      ModelForge.problem(ModelForge.bytes(header: header, data: [0, 0, 0, 0]))
        == .container(.offsets(tensor: "a", begin: offsets[0], end: offsets[1], dataBytes: 4)))
  }

  @Test(arguments: ["F16", "BF16", "F64", "I64", "U8"])
  func refusesOtherElementTypes(type: String) throws {
    let width = ["F64": 8, "I64": 8, "U8": 1][type] ?? 2
    let header = #"{"a":{"dtype":"\#(type)","shape":[4],"data_offsets":[0,\#(4 * width)]}}"#
    #expect(
      ModelForge.problem(ModelForge.bytes(header: header, data: [UInt8](repeating: 0, count: 4 * width)))
        == .container(.elementType(tensor: "a", type: type)))
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity], ["conv1.weight", "bn1.running_mean"])
  func refusesWhatIsNotANumber(value: Float, name: String) throws {
    var bytes = try ModelForge.bytes()
    let file = try SafeTensors(decoding: bytes)
    var at = 8 + (Int(bytes[0]) | Int(bytes[1]) << 8)
    for (other, tensor) in file.tensors {
      if other == name { break }
      at += 4 * tensor.elements.count
    }
    for byte in 0..<4 { bytes[at + 4 + byte] = UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt32(byte))) }
    #expect(ModelForge.problem(bytes) == .container(.notFinite(tensor: name, index: 1)))
  }

  // MARK: The model

  @Test func refusesOtherFormats() throws {
    #expect(ModelForge.problem(try ModelForge.bytes { $0.metadata["format"] = "pt" }) == .otherFormat("pt"))
    #expect(ModelForge.problem(try ModelForge.bytes { $0.metadata = [:] }) == .otherFormat(nil))
  }

  @Test(arguments: ["stopline.classes", "stopline.input", "stopline.layers"])
  func refusesMissingAndBrokenMetadata(key: String) throws {
    #expect(ModelForge.problem(try ModelForge.bytes { $0.metadata[key] = nil }) == .missingMetadata(key: key))
    for text in ["", "[1]", "null", #"{"channels":"3"}"#] {
      guard case .metadata(key, _) = ModelForge.problem(try ModelForge.bytes { $0.metadata[key] = text }) else {
        Issue.record("\(key) may be \(text)")
        continue
      }
    }
  }

  @Test func refusesTensorsThatAreNotTheLayers() throws {
    #expect(
      ModelForge.problem(try ModelForge.bytes { $0.tensors.remove(at: 1) }) == .missingTensor("conv1.bias"))
    #expect(
      ModelForge.problem(try ModelForge.bytes { $0.tensors.append(("extra", Tensor(shape: [1]))) })
        == .unexpectedTensor("extra"))
    #expect(
      ModelForge.problem(try ModelForge.bytes { $0.tensors[4].tensor = Tensor(shape: [4, 3]) })
        == .wrongShape(tensor: "dense1.weight", shape: [4, 3], needed: [3, 4]))
    #expect(
      ModelForge.problem(try ModelForge.bytes { $0.tensors[6].tensor.elements[1] = -0.5 })
        == .variance(tensor: "bn1.running_var", index: 1))
  }

  // MARK: Anything at all

  @Test func noCutFileIsRead() throws {
    let bytes = try ModelForge.bytes()
    for count in 0..<bytes.count { #expect(ModelForge.problem(Array(bytes[..<count])) != nil) }
  }

  @Test func noFlippedByteTrapsAndHardlyAnyInTheHeaderPasses() throws {
    let sound = try ModelForge.bytes()
    let header = Int(sound[0]) | Int(sound[1]) << 8
    for at in 0..<8 + header {
      var stream = RandomStream(seed: 1, name: "flip", at)
      var bytes = sound
      for _ in 0..<3 {
        bytes[at] = sound[at] ^ UInt8(1 + stream.index(below: 255))
        _ = ModelForge.problem(bytes)
      }
    }
    for at in 0..<8 {
      var bytes = sound
      bytes[at] ^= 0x41
      #expect(ModelForge.problem(bytes) != nil)
    }
  }

  @Test func noRandomHeaderTraps() {
    let pieces = [
      "}", "[", "]", ",", ":", "\"", "\"a\"", "\"dtype\"", "\"F32\"", "\"shape\"", "\"data_offsets\"", "0", "4",
      "-1",
      "1e400", "9223372036854775807", "__metadata__", "null", "true", "\\u0000", "\u{0}", " ",
    ]
    for seed in 0..<2_000 {
      var stream = RandomStream(seed: 7, name: "header", seed)
      let text = (0..<1 + stream.index(below: 30)).map { _ in pieces[stream.index(below: pieces.count)] }
      #expect(ModelForge.problem(ModelForge.bytes(header: "{" + text.joined(), data: [0, 0, 0, 0])) != nil)
    }
  }
}
