/// In which order fused steps run, how long each value lives, and how many images take each step together.
///
/// Values are numbered: 0 is the input, i + 1 what step i writes.
struct Schedule {
  let sections: [InferenceProgram.Section]
  /// Bytes of one image's record.
  let recordBytes: Int

  private let fused: FusedGraph
  private let records: [RecordPlace]
  /// The numbers of what each step reads.
  private let operands: [[Int]]
  /// For each value, the steps that read it, in order, a step twice where it reads the value twice.
  private let readers: [[Int]]

  init(_ fused: FusedGraph) {
    self.fused = fused
    let steps = fused.steps
    var numbers = [fused.graph.inputValue: 0]
    for (index, step) in steps.enumerated() { numbers[step.output] = index + 1 }
    let operands = steps.map { step in step.inputs.map { numbers[$0] ?? 0 } }
    var readers = [[Int]](repeating: [], count: steps.count + 1)
    for (index, values) in operands.enumerated() {
      for value in values { readers[value].append(index) }
    }
    self.operands = operands
    self.readers = readers
    sections = Schedule.sections(steps, readers)
    (records, recordBytes) = Schedule.records(fused)
  }

  private func graphPlane(_ value: Int) -> Plane {
    fused.graph.plane(of: value == 0 ? fused.graph.inputValue : fused.steps[value - 1].output)
  }

  /// A value with the widest halo that one of its readers reads.
  func plane(_ value: Int) -> Plane {
    // Of a convolution's operands only the first needs one; what it adds to gets it too.
    let halos = readers[value].map { fused.steps[$0].operation.inputHalo }
    return graphPlane(value).with(halo: halos.max() ?? 0)
  }

  /// A value's gradient with the halo that the backward pass of the step that wrote it reads.
  func gradientPlane(_ value: Int) -> Plane {
    graphPlane(value).with(halo: value > 0 ? fused.steps[value - 1].operation.gradientHalo : 0)
  }

  func steps() -> [InferenceStep] {
    fused.steps.indices.map { index in
      let step = fused.steps[index]
      return InferenceStep(
        name: step.name, operation: step.operation, relu: step.relu,
        operands: operands[index].indices.map { operand(index, $0) }, output: plane(index + 1),
        outputGradient: gradientPlane(index + 1), together: together(index), record: records[index])
    }
  }

  /// The backward pass comes to a value's readers from the last to the first, and to one step's operands in their order.
  private func operand(_ step: Int, _ index: Int) -> InferenceStep.Operand {
    let value = operands[step][index]
    let isFirst = !operands[step][..<index].contains(value) && readers[value].last == step
    let isLast = !operands[step][(index + 1)...].contains(value) && readers[value].first == step
    return InferenceStep.Operand(
      value: value, plane: plane(value), gradient: gradientPlane(value), addsToGradient: !isFirst,
      completesGradient: isLast)
  }

  private func together(_ step: Int) -> Int { sections[section(of: step)].together }

  private func section(of step: Int) -> Int { sections.firstIndex { $0.steps.contains(step) } ?? 0 }

  /// What memory each value needs, its plane given by number.
  ///
  /// The value between two sections lives while the earlier ones run again for the group's other images.
  func tenants(_ plane: (Int) -> Plane) -> [SharedBuffers.Tenant] {
    let count = fused.steps.count
    return (0...count).map { value in
      let end = readers[value].last ?? count
      let reader = section(of: min(end, count - 1))
      let crosses = value == 0 || section(of: value - 1) != reader
      return SharedBuffers.Tenant(
        plane: plane(value), images: sections[reader].together, lifetime: (crosses ? -1 : value - 1)...end)
    }
  }

  /// A section may end only behind a step whose value is all that lives on.
  private static func sections(_ steps: [FusedGraph.Step], _ readers: [[Int]]) -> [InferenceProgram.Section] {
    var sections: [InferenceProgram.Section] = []
    var (start, together) = (0, 1)
    for index in steps.indices {
      together = max(together, steps[index].operation.imagesTogether)
      let others = (0...index).contains { value in readers[value].last.map { $0 > index } ?? false }
      if others && index + 1 < steps.count { continue }
      if let last = sections.indices.last, sections[last].together == together {
        sections[last].steps = sections[last].steps.lowerBound..<index + 1
      } else {
        sections.append(InferenceProgram.Section(steps: start..<index + 1, together: together))
      }
      start = index + 1
    }
    return sections
  }

  /// Where each step's notes stand in an image's record, and the record's bytes; floats stand on whole words.
  private static func records(_ fused: FusedGraph) -> ([RecordPlace], Int) {
    var bytes = 0
    let places = fused.steps.map { step in
      let (input, output) = (fused.graph.plane(of: step.inputs[0]), fused.graph.plane(of: step.output))
      let mask = bytes
      let places = mask + (step.relu ? output.maskBytes : 0)
      let floats = (places + (step.operation.pools ? output.values : 0) + 3) / 4 * 4
      bytes = floats + 4 * step.operation.keptFloats(input)
      return RecordPlace(mask: mask, places: places, floats: floats)
    }
    return (places, (bytes + 3) / 4 * 4)
  }
}

extension InferenceStep.Operation {
  /// How many floats an image's record keeps.
  fileprivate func keptFloats(_ input: Plane) -> Int {
    switch self {
    case .activation: input.values
    case .scale: input.values + input.channels
    default: 0
    }
  }
}
