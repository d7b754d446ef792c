extension Graph {
  /// The indices of the nodes that the output depends on, in order.
  var neededNodes: [Int] {
    var needed: Set<Value> = [output]
    var indices: [Int] = []
    for index in nodes.indices.reversed() where needed.contains(nodes[index].output) {
      needed.formUnion(nodes[index].inputs)
      indices.append(index)
    }
    return indices.reversed()
  }

  /// For each value, the needed node that reads it where that is one node, once, and the value is not the output.
  var onlyReaders: [Value: Int] {
    var readers: [Value: [Int]] = [:]
    for index in neededNodes {
      for value in nodes[index].inputs { readers[value, default: []].append(index) }
    }
    return readers.compactMapValues { $0.count == 1 ? $0[0] : nil }.filter { $0.key != output }
  }
}
