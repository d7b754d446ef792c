import Settings

extension Perception.Settings: Configurable {
  package static let settings: [Setting<Self>] = [
    .custom(
      "confirm", \.agreement, form: "`K of N`, 1 to \(Agreement.mostReadings)",
      "a class is believed when K of the last N readings agree", read: Agreement.init(reading:), write: \.text),
    .custom(
      "memory", \.memory, form: "`spatial`, or frames: `40 frames`",
      "how long a belief outlives readings that miss it; `spatial`: until the sign is passed",
      source: "two seconds at 20 Hz (Zhu et al., ECCV 2018)", read: SignMemory.init(reading:), write: \.text),
  ]
}
