/// A dense array of `Float`, row-major: the last index runs fastest.
package struct Tensor: Sendable, Equatable {
  package let shape: [Int]
  package var elements: [Float]

  /// A tensor of zeros.
  package init(shape: [Int]) {
    self.init(shape: shape, elements: [Float](repeating: 0, count: shape.reduce(1, *)))
  }

  /// - Precondition: `elements` holds as many values as `shape` says.
  package init(shape: [Int], elements: [Float]) {
    precondition(elements.count == shape.reduce(1, *), "a tensor holds as many values as its shape says")
    self.shape = shape
    self.elements = elements
  }

  /// The length of the first axis: the number of images of a batch.
  package var count: Int { shape[0] }

  /// The number of values in one item of the first axis.
  package var stride: Int { shape.dropFirst().reduce(1, *) }

  /// The values of one item of the first axis.
  package subscript(item index: Int) -> ArraySlice<Float> {
    elements[index * stride..<(index + 1) * stride]
  }

  /// The items at `indices`, in that order.
  package func gathering(_ indices: [Int]) -> Tensor {
    var gathered: [Float] = []
    gathered.reserveCapacity(indices.count * stride)
    for index in indices { gathered.append(contentsOf: self[item: index]) }
    return Tensor(shape: [indices.count] + shape.dropFirst(), elements: gathered)
  }
}
