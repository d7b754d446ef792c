/// Loops over arrays: every piece owns its part of the array, so nobody has to vouch for shared memory.
extension ConcurrentLoop {
  /// What every piece in `0..<count` gives, in the order of the pieces.
  ///
  /// All pieces run, whether or not another one fails.
  /// - Throws: the failure of the first piece, in order, that failed.
  package func map<Element: Sendable, Failure: Error>(
    _ count: Int, _ transform: @Sendable (_ piece: Int) throws(Failure) -> Element
  ) throws(Failure) -> [Element] {
    let results = [Result<Element, Failure>](unsafeUninitializedCapacity: count) { room, filled in
      let room = Shared(room)
      perform(count) { piece, _ in
        room.elements.initializeElement(at: piece, to: Result { () throws(Failure) in try transform(piece) })
      }
      filled = count
    }
    return try results.map { result throws(Failure) in try result.get() }
  }

  /// Calls `body` once for every element of `array`, with the element to change and its index.
  package func forEach<Element: Sendable>(
    in array: inout [Element], _ body: @Sendable (_ element: inout Element, _ index: Int) -> Void
  ) {
    array.withUnsafeMutableBufferPointer { elements in
      let shared = Shared(elements)
      perform(elements.count) { index, _ in body(&shared.elements[index], index) }
    }
  }

  /// Calls `body` once for every element of `array`, with the element and its worker's scratch to change.
  /// - Parameter scratch: one value a worker; what a piece finds in it is what its worker left there.
  /// - Precondition: `scratch` has `threads` values.
  package func forEach<Element: Sendable, Scratch: Sendable>(
    in array: inout [Element], scratch: inout [Scratch],
    _ body: @Sendable (_ element: inout Element, _ scratch: inout Scratch, _ index: Int) -> Void
  ) {
    precondition(scratch.count == threads, "every worker has its scratch")
    array.withUnsafeMutableBufferPointer { elements in
      scratch.withUnsafeMutableBufferPointer { scratch in
        let (elements, scratch) = (Shared(elements), Shared(scratch))
        perform(elements.elements.count) { index, worker in
          body(&elements.elements[index], &scratch.elements[worker], index)
        }
      }
    }
  }

  /// Calls `body` once for every chunk of `chunk` elements of `array`, with the chunk, which is there only meanwhile,
  /// and its number.
  /// - Precondition: `array` holds whole chunks.
  package func forEach<Element: Sendable>(
    in array: inout [Element], chunk: Int,
    _ body: @Sendable (_ elements: UnsafeMutableBufferPointer<Element>, _ index: Int) -> Void
  ) {
    precondition(chunk > 0 && array.count % chunk == 0, "an array is cut into whole chunks")
    array.withUnsafeMutableBufferPointer { elements in
      let shared = Shared(elements)
      perform(elements.count / chunk) { index, _ in
        body(UnsafeMutableBufferPointer(rebasing: shared.elements[index * chunk..<(index + 1) * chunk]), index)
      }
    }
  }
}

/// An array's memory, lent to the workers of one loop.
///
/// Unchecked sendable: each piece touches its own part alone, and the loop ends before the memory is given back.
private struct Shared<Element>: @unchecked Sendable {
  let elements: UnsafeMutableBufferPointer<Element>

  init(_ elements: UnsafeMutableBufferPointer<Element>) { self.elements = elements }
}
