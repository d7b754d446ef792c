import Harness

@_cdecl("LLVMFuzzerInitialize")
public func plant(
  _ count: UnsafePointer<CInt>, _ arguments: UnsafePointer<UnsafePointer<UnsafePointer<CChar>>>
) -> CInt {
  let seeds = [
    "P2\n2 2\n255\n1 2 3 255\n", "P3 # text\n2 1\n9\n1 2 3\n4 5 6\n", "P5\n2 2\n255\nabcd",
    "P6\n2 1\n65535\nabcdefghijkl",
  ]
  Corpus.plant(seeds.map { Array($0.utf8) }, count, arguments)
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // What does not begin with a P is another format's.
  PictureReading.attempt([UInt8(ascii: "P")] + UnsafeBufferPointer(start: bytes, count: count).dropFirst())
  return 0
}
