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
}
