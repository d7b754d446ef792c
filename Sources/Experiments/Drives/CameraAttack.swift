import Attacks

/// An attack on what the network gets from the camera, crafted anew for each frame.
package struct CameraAttack: Sendable {
  package let attack: any Attack
  package let goal: Goal
  package let harness: Harness

  package init(attack: any Attack, goal: Goal, harness: Harness) {
    self.attack = attack
    self.goal = goal
    self.harness = harness
  }

  /// In which norm random noise is as large as the attack's perturbations.
  var controlNorm: UniformNoise.Norm { attack.budget.controlNorm }
}
