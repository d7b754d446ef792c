import ArgumentParser
import Attacks
import Foundation

extension AttackMethod: ExpressibleByArgument {}

/// An attack's settings.
struct AttackOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "fgsm, pgd, noise: how far each value may change, such as 8/255 or 0.03.", valueName: "share"))
  var epsilon: Bound = Bound(value: 8.0 / 255)

  @Option(help: ArgumentHelp("pgd: how far each value moves in a step.", valueName: "share"))
  var step: Bound = Bound(value: 2.0 / 255)

  @Option(help: ArgumentHelp("pgd: how many steps at most; an image that is turned takes no more.", valueName: "n"))
  var steps = 40

  @Option(help: "pgd: begin anywhere within epsilon (random, from the seed) or at the picture (clean).")
  var start = ProjectedGradientDescent.Start.random

  @Option(help: ArgumentHelp("jsma: how many of the values may change, 0 to 1 (Upsilon).", valueName: "share"))
  var features = 0.145

  @Option(
    help: ArgumentHelp(
      "jsma: how far a chosen value moves, -1 to 1 (theta); negative darkens.", valueName: "step"))
  var theta = 1.0

  @Option(help: "jsma: derivatives of probabilities, which change fewer values, or of logits, as the paper's figures.")
  var scores = JacobianSaliencyMap.Scores.probabilities

  @Option(help: "jsma: change channel values or whole pixels.")
  var feature = JacobianSaliencyMap.Feature.value

  @Flag(help: "jsma: fewest changes instead of as published: either direction, one value a step, needless ones undone.")
  var sparse = false

  @Option(help: ArgumentHelp("trial-and-error: how often the network may be asked for each image.", valueName: "n"))
  var queries = 2000

  func validate() throws {
    guard (0...1).contains(features) else {
      throw ValidationError("--features is \(features); give a share from 0 to 1.")
    }
    guard (1...100_000).contains(steps) else {
      throw ValidationError("--steps is \(steps); give 1 to 100000.")
    }
    guard abs(theta) > 0, abs(theta) <= 1 else {
      throw ValidationError("--theta is \(theta); give a step from -1 to 1 that is not 0.")
    }
    guard (1...10_000_000).contains(queries) else {
      throw ValidationError("--queries is \(queries); give 1 to 10000000.")
    }
  }

  func attack(_ method: AttackMethod) throws -> any Attack {
    var saliency = sparse ? JacobianSaliencyMap.Options.sparse : .published
    saliency.theta = abs(theta)
    saliency.featureShare = features
    if !sparse {
      saliency.scores = scores
      saliency.feature = feature
      saliency.direction = theta < 0 ? .decreasing : .increasing
    }
    return method.attack(
      epsilon: epsilon.value, descent: .init(stepSize: step.value, steps: steps, start: start), saliency: saliency,
      queries: queries)
  }
}

extension ProjectedGradientDescent.Start: ExpressibleByArgument {}
extension JacobianSaliencyMap.Scores: ExpressibleByArgument {}
extension JacobianSaliencyMap.Feature: ExpressibleByArgument {}

/// A bound on the change of a value: a share in [0, 1], or levels of 255 as in `8/255`.
struct Bound: ExpressibleByArgument {
  var value: Double

  init(value: Double) { self.value = value }

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Double($0) }
    let value: Double? =
      switch parts.count {
      case 1: parts[0]
      case 2: parts[0].flatMap { top in parts[1].map { top / $0 } }
      default: nil
      }
    guard let value, (0...1).contains(value) else { return nil }
    self.value = value
  }

  var defaultValueDescription: String { "\(Int((value * 255).rounded()))/255" }
}
