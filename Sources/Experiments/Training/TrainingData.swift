import Networks
import Signs

/// What a training run learns from and is judged by.
struct TrainingData {
  let source: any PictureSource
  /// Nil when nothing is held out.
  let validation: LabelledPictures?
  /// What it learns from, and what it is judged by, in a card's words.
  let description: String
  let validationDescription: String?
  /// Names the renderer, where there is one.
  let renderer: String?

  /// How many rendered pictures of each class a network is judged by.
  private static let validationPerClass = 50

  /// - Throws: `UnknownSign` when a photograph shows a sign that the network is not to tell apart.
  init(_ plan: TrainingPlan, photographs: GTSRBDataSet?, rendered: PictureGenerator?) throws(UnknownSign) {
    let classes = ClassList(plan.architecture.classNames)
    let drawn = rendered?.pictures(
      of: classes, perEpoch: plan.picturesPerEpoch, augmentation: plan.augmentation.rendered)
    renderer = rendered?.identity
    guard let photographs else {
      guard let drawn else { preconditionFailure("a network is trained on photographs, rendered pictures or both") }
      source = drawn
      let validation = drawn.validation(picturesPerClass: Self.validationPerClass, seed: plan.configuration.seed)
      self.validation = validation
      description = "rendered pictures, \(drawn.picturesPerEpoch) new ones an epoch; no photograph"
      validationDescription = "\(validation.count) rendered pictures"
      return
    }
    let split = TrackSplit(of: photographs, holdingOut: plan.heldOut, seed: plan.splitSeed)
    let training = Photographs(
      try LabelledPictures(photographs, at: split.training, classes), augmentation: plan.augmentation.photographs,
      balance: plan.balance, picturesPerEpoch: plan.picturesPerEpoch,
      mirrorImages: classes.signs.map { $0?.mirrorImage.flatMap(classes.number(of:)) })
    validation = split.heldOut.isEmpty ? nil : try LabelledPictures(photographs, at: split.heldOut, classes)
    validationDescription = validation.map { "\($0.count) photographs in held-out tracks" }
    let ofPhotographs =
      "GTSRB training photographs: \(split.training.count) to train on, \(split.heldOut.count) in held-out tracks"
    guard let drawn else {
      source = training
      description = ofPhotographs
      return
    }
    source = MixedPictures(
      training, drawn, share: plan.renderedShare, picturesPerEpoch: training.picturesPerEpoch)
    description = ofPhotographs + "; rendered pictures: a share of \(plan.renderedShare) of every epoch, all new"
  }
}

extension LabelledPictures {
  /// The photographs of a data set at `indices`, in that order, labelled with a network's own numbers.
  /// - Precondition: the photographs are square.
  fileprivate init(_ dataSet: GTSRBDataSet, at indices: [Int], _ classes: ClassList) throws(UnknownSign) {
    var labels: [Int] = []
    for index in indices { labels.append(try classes.index(of: dataSet.labels[index])) }
    self.init(side: dataSet.shape.width, levels: dataSet.pixels.selecting(indices), labels: labels)
  }
}
