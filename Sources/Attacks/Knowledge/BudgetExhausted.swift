import Groundwork

/// An attack asked for more than its limits allow: a mistake in the attack, which has to plan with what is left.
package struct BudgetExhausted: ExplainedError, Equatable {
  /// The image, counted from 0.
  package let image: Int
  /// `queries` or `gradients`.
  package let unit: String
  package let limit: Int

  package var kind: FaultKind { .internalFault }

  package var description: String {
    "The attack asked for more than its \(limit) \(unit) for image \(image); this is a mistake in the attack."
  }
}
