import CKernels

/// One step of a prepared network: nodes that were fused, and how their values lie in memory.
struct InferenceStep: Sendable {
  enum Operation: Sendable {
    /// Convolution with bias; batch normalisation after it is folded into both. With a second operand, that is added to
    /// the result. Where it `pools`, only the largest of every two by two pixels of its output is ever written.
    case convolution(any PreparedConvolution, pools: Bool)
    /// A product on an image of one pixel: all images of a group are its rows.
    case linear(PackedProduct)
    /// Batch normalisation that could not be folded, or a ReLU on its own: x * scale + shift, channel by channel.
    case affine(scale: FloatBuffer, shift: FloatBuffer)
    /// Any other function than ReLU.
    case activation(Activation)
    case maxPool(Window)
    /// A global average pool's window is the whole plane.
    case averagePool(Window, countsPadding: Bool)
    case add
    /// The operands' channels one behind the other.
    case join
    /// The first operand's channels times the second's, which is one pixel.
    case scale
    /// From pixels of channels to a vector.
    case flatten(Graph.FlatOrder)
  }

  /// A value that the step reads.
  struct Operand: Sendable {
    /// The value's number: 0 is the input, i + 1 what step i writes.
    let value: Int
    /// The value, and its halo.
    let plane: Plane
    /// Its gradient; the halo is what the step that wrote the value needs for its backward pass.
    let gradient: Plane
    /// Whether another reader has begun the gradient when the backward pass comes to this one.
    let addsToGradient: Bool
    /// Whether the gradient is complete after this reader.
    let completesGradient: Bool
  }

  /// The name of the first of the nodes that were fused.
  let name: String
  let operation: Operation
  /// ReLU comes last.
  let relu: Bool
  let operands: [Operand]
  /// The values written; the halo is the widest of its readers'.
  let output: Plane
  /// The output's gradient; the halo is what this step's backward pass needs.
  let outputGradient: Plane
  /// How many images take the step one after another before they take the next: as many as make streaming the weights
  /// through the cache worthwhile, as few as keep the values in it.
  let together: Int
  /// Where this step's notes stand in an image's record.
  let record: RecordPlace

  /// The first operand.
  var input: Plane { operands[0].plane }
}

/// What the backward pass needs of the forward pass, in one image's record.
struct RecordPlace: Sendable {
  /// First byte of the mask of the step's ReLU: which values it let through.
  var mask: Int
  /// First byte of the places of the step's maxima, one byte a value.
  var places: Int
  /// First byte of floats: an activation's slopes, or a scale's two operands.
  var floats: Int
}
