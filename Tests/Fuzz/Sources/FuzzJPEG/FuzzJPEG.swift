import Harness

@_cdecl("LLVMFuzzerInitialize")
public func plant(
  _ count: UnsafePointer<CInt>, _ arguments: UnsafePointer<UnsafePointer<UnsafePointer<CChar>>>
) -> CInt {
  let plain = JPEGSample.all.map(\.bytes)
  let turned = plain.map { ExifForge(order: .little).inserted(6, into: $0) }
  Corpus.plant(plain + turned, count, arguments)
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // What does not begin as a JPEG never reaches its decoder.
  PictureReading.attempt([0xFF, 0xD8, 0xFF] + UnsafeBufferPointer(start: bytes, count: count).dropFirst(3))
  return 0
}
