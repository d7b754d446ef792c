import Networks
import Signs

/// Models of one linear layer over the picture's mean colour: small, and in any order of classes and any size.
enum ForgedModel {
  /// Reads stop where the mean is red, yield where it is green or blue, and all else hardly ever.
  /// - Parameters:
  ///   - classNames: in the order of the model's own numbers.
  ///   - slope: how much the scores of stop and yield differ by a difference of the colours.
  static func redIsStop(classNames: [String], side: Int = 32, slope: Float = 60) -> Network {
    var weights = Tensor(shape: [classNames.count, 3])
    for (number, name) in classNames.enumerated() {
      let values: [Float] =
        switch name {
        case "stop": [slope, -slope, 0]
        case "yield": [-slope, slope, 0.01 * slope]
        default: [0, 0, 0]
        }
      for channel in 0..<3 { weights.elements[number * 3 + channel] = values[channel] }
    }
    let architecture = Architecture(
      inputShape: [3, side, side], mean: [0, 0, 0], standardDeviation: [1, 1, 1],
      layers: [
        Layer(name: "pool", kind: .globalAveragePool), Layer(name: "flat", kind: .flatten),
        Layer(name: "fc", kind: .linear(input: 3, output: classNames.count, hasBias: false)),
      ], classNames: classNames)
    return Network(architecture: architecture, tensors: ["fc.weight": weights])
  }

  /// The benchmark's classes sorted as words, as folder names sort: 0, 1, 10, 11, ...
  static var namesAsWords: [String] {
    SignClass.allCases.sorted { String($0.rawValue) < String($1.rawValue) }.map(\.name)
  }
}
