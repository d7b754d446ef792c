import Attacks

/// An attack on what the network gets from the camera, crafted anew for each frame.
package struct CameraAttack: Sendable {
  package let attack: any AttackMethod
  package let goal: Goal
  package let harness: Harness

  package init(attack: any AttackMethod, goal: Goal, harness: Harness) {
    self.attack = attack
    self.goal = goal
    self.harness = harness
  }

  /// In which norm random noise is as large as the attack's perturbations.
  var controlNorm: PerturbationNorm { attack.norm }
}
