import Networks

/// A batch that is kept full: images that are done leave it, images that wait take their rows.
///
/// `State` is what an attack remembers of an image between two steps.
struct RollingBatch<State> {
  /// The image that each row is a version of.
  private(set) var images: [Int] = []
  /// What is remembered of each row's image; rows move when images leave.
  var states: [State] = []

  private var waiting: ArraySlice<Int>
  private let capacity: Int
  private let start: (Int) -> State

  /// - Parameters:
  ///   - images: which images take part, in this order.
  ///   - capacity: how many rows the batch has.
  ///   - start: what an image begins with.
  init(of images: some Sequence<Int>, capacity: Int, start: @escaping (_ image: Int) -> State) {
    waiting = Array(images)[...]
    self.capacity = capacity
    self.start = start
    fill()
  }

  var isEmpty: Bool { states.isEmpty }

  /// Takes out every row whose state is done, after handing it over, and fills up.
  mutating func retire(where isDone: (State) -> Bool, _ handOver: (_ image: Int, _ state: State) -> Void) {
    for row in states.indices.reversed() where isDone(states[row]) {
      handOver(images[row], states[row])
      images.swapAt(row, images.count - 1)
      states.swapAt(row, states.count - 1)
      images.removeLast()
      states.removeLast()
    }
    fill()
  }

  private mutating func fill() {
    while states.count < capacity, let image = waiting.popFirst() {
      images.append(image)
      states.append(start(image))
    }
  }
}

extension AttackTask {
  /// A batch `(levels.count, 3, H, W)` of pictures given as levels in the images' own order.
  func batch(of levels: some Sequence<[UInt8]>) -> Tensor {
    var elements: [Float] = []
    var count = 0
    for picture in levels {
      if count == 0 { elements.reserveCapacity(picture.count * batchSize) }
      EightBitLevels.append(picture, to: &elements)
      count += 1
    }
    return Tensor(shape: [count] + images.shape.dropFirst(), elements: elements)
  }

  /// An empty batch for `rows` pictures.
  func room(for rows: Int) -> Tensor { Tensor(shape: [rows] + images.shape.dropFirst()) }

  /// The levels of one image.
  func levels(of image: Int) -> [UInt8] {
    EightBitLevels.levels(of: images[item: image])
  }
}
