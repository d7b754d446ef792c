import Harness

@_cdecl("LLVMFuzzerInitialize")
public func plant(
  _ count: UnsafePointer<CInt>, _ arguments: UnsafePointer<UnsafePointer<UnsafePointer<CChar>>>
) -> CInt {
  Corpus.plant(PNGSeeds.all, count, arguments)
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  PictureReading.attempt(PNGSeeds.mended(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
