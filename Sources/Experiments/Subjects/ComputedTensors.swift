import Imaging
import Networks
import Signs

/// What a network computes for pictures, kept to the last bit for a program that compares it with its own.
package struct ComputedTensors: Sendable {
  /// Which gradients by the picture are kept beside the scores.
  package struct Gradients: Sendable, Equatable {
    /// The class whose score Z_c is differentiated; nil for none.
    package var ofLogit: SignClass?
    /// The class towards which the cross-entropy -log softmax(Z)_c is differentiated; nil for none.
    package var ofLoss: SignClass?

    package init(ofLogit: SignClass? = nil, ofLoss: SignClass? = nil) {
      self.ofLogit = ofLogit
      self.ofLoss = ofLoss
    }
  }

  private let model: Subject
  private let gradients: Gradients
  private var files: [String] = []
  private var images: [Float] = []
  private var logits: [Float] = []
  private var logitGradients: [Float] = []
  private var lossGradients: [Float] = []

  package init(model: Subject, gradients: Gradients) {
    self.model = model
    self.gradients = gradients
  }

  /// Computes all that is kept for a picture; one of another size than the network's is resampled to it.
  /// - Throws: `UnknownSign` when the model lacks a class of a gradient, `KnowledgeMissing` when the reader gives none.
  package mutating func append(_ image: Image, file: String) throws {
    guard let reader = model.reader as? any GradientReader else {
      throw KnowledgeMissing(needed: "gradients", by: "what is to be computed")
    }
    let batch = model.batch(of: [model.networkInput(image)])
    let logitClass = try gradients.ofLogit.map(model.index(of:))
    let lossClass = try gradients.ofLoss.map(model.index(of:))
    let (scores, products) = try reader.vectorJacobianProducts(on: batch) { scores in
      let ofLogit = logitClass.map { Self.weighting(of: $0, scores) }
      let ofLoss = lossClass.map { Self.lossWeighting(toward: $0, scores) }
      return [ofLogit, ofLoss].compactMap(\.self)
    }
    files.append(file)
    images += batch.elements
    logits += scores.elements
    if logitClass != nil, let product = products.first { logitGradients += product.elements }
    if lossClass != nil, let product = products.last { lossGradients += product.elements }
  }

  /// Writes `images` (N, 3, H, W) as the network read them, `logits` (N, classes), and where they were asked for `gradient`
  /// and `loss_gradient` (N, 3, H, W), all float32, to a safetensors file.
  /// - Throws: `FileFault` when the file cannot be written.
  package func write(to path: String) throws {
    let pictures = [files.count] + model.reader.inputShape
    var tensors = [
      (name: "images", tensor: Tensor(shape: pictures, elements: images)),
      (name: "logits", tensor: Tensor(shape: [files.count, model.classes.count], elements: logits)),
    ]
    var metadata = ["model": model.reference.path, "model.sha256": model.reference.sha256]
    metadata["files"] = files.joined(separator: "\n")
    if let sign = gradients.ofLogit {
      tensors.append((name: "gradient", tensor: Tensor(shape: pictures, elements: logitGradients)))
      metadata["gradient"] = sign.name
    }
    if let sign = gradients.ofLoss {
      tensors.append((name: "loss_gradient", tensor: Tensor(shape: pictures, elements: lossGradients)))
      metadata["loss_gradient"] = sign.name
    }
    try TensorFile.write(tensors, metadata: metadata, to: path)
  }

  /// dZ_c/dZ: 1 at the class.
  private static func weighting(of classNumber: Int, _ scores: Tensor) -> Tensor {
    var weighting = Tensor(shape: scores.shape)
    weighting.elements[classNumber] = 1
    return weighting
  }

  /// dJ/dZ = softmax(Z) - onehot(c).
  private static func lossWeighting(toward classNumber: Int, _ scores: Tensor) -> Tensor {
    var weighting = Tensor(
      shape: scores.shape, elements: Softmax.probabilities(of: scores.elements).map { Float($0) })
    weighting.elements[classNumber] -= 1
    return weighting
  }
}
