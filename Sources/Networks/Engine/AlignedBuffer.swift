/// Memory that an engine holds for its lifetime, on a cache line's boundary, zero at first.
///
/// Unchecked sendable: whoever owns the buffer sees to it that no two threads write the same part at the same time.
final class AlignedBuffer<Element: BitwiseCopyable & ExpressibleByIntegerLiteral>: @unchecked Sendable {
  let start: UnsafeMutablePointer<Element>
  let count: Int

  init(count: Int) {
    self.count = count
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Element>.stride, alignment: 64)
    start = bytes.bindMemory(to: Element.self, capacity: max(count, 1))
    start.initialize(repeating: 0, count: count)
  }

  convenience init(_ values: [Element]) {
    self.init(count: values.count)
    start.update(from: values, count: values.count)
  }

  deinit { UnsafeMutableRawPointer(start).deallocate() }

  func clear() { start.update(repeating: 0, count: count) }
}

typealias FloatBuffer = AlignedBuffer<Float>
typealias ByteBuffer = AlignedBuffer<UInt8>
