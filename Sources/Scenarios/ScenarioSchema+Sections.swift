import Attacks
import Settings
import Signs

extension ScenarioSchema {
  static let attack = ScenarioSection(
    "attack", "What is done to the pictures that the network gets.",
    keys: [
      .choice("method", \.attack.method, "how the perturbation is made; `none` drives clean"),
      .choice("surface", \.attack.surface, "where it is put; `camera`: on the crop the network gets, anew each frame"),
      .custom(
        "goal", \.attack.aim, form: "a class, or `away`", "what is to be read; `away`: anything but the sign",
        read: Scenario.AttackSettings.Aim.init(scenario:), write: \.scenarioText),
      .quantity(
        "epsilon", \.attack.epsilon, .share, in: .percent, 0...100,
        "how far every value may move, of the range from black to white; for fgsm, pgd, and noise with `norm: linf`",
        source: "8/255 is usual for L-infinity attacks"),
      .quantity(
        "step", \.attack.descent.stepSize, .share, in: .percent, 0...100,
        "how far every value moves in a step; for pgd",
        source: "2/255 is usual with 40 steps"),
      .count("steps", \.attack.descent.steps, 1...100_000, "how many steps at most; for pgd"),
      .choice(
        "start", \.attack.descent.start, "where it begins, anywhere within epsilon or at the picture itself; for pgd",
        source: "Madry et al. 2018: random"),
      .quantity(
        "features", \.attack.saliency.featureShare, .share, in: .percent, 0...100,
        "how many of the values (or pixels) may change; for jsma, and for noise with `norm: l0`",
        source: "Papernot et al. 2016: 14.5 %"),
      .number(
        "theta", \.attack.saliency.theta, 0.01...1, "how far a chosen value moves in a step; for jsma",
        source: "Papernot et al. 2016: 1"),
      .choice(
        "direction", \.attack.saliency.direction, "which way values move; for jsma",
        source: "Papernot et al. 2016: increasing"),
      .choice(
        "scores", \.attack.saliency.scores,
        "what the saliency map is made of; logits, as published, take two gradients a step, probabilities one; for jsma"
      ),
      .choice(
        "feature", \.attack.saliency.feature, "what moves as one, a channel's value or a whole pixel; for jsma"),
      .choice(
        "selection", \.attack.saliency.selection, "how many features a step chooses; for jsma",
        source: "Papernot et al. 2016: pairs"),
      .choice(
        "weighting", \.attack.saliency.weighting,
        "what a derivative counts for: itself, or times how far the feature can move; for jsma"),
      .choice(
        "finish", \.attack.saliency.finish, "whether changes that turn out not to be needed are undone; for jsma"),
      .choice("norm", \.attack.noiseNorm, "in which norm noise is measured out; for noise"),
      .number("l2", \.attack.l2, 0...55, "the L2 norm, values in [0, 1]; for noise with `norm: l2`"),
      .count(
        "queries", \.attack.queries, 1...1_000_000, "how often the network may be asked a frame; for trial-and-error"),
    ], uses: { $1.attack.uses(key: $0.name) })
}
