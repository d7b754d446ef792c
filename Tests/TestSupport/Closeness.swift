/// The largest difference between two lists, relative to the largest value of the second (at least `floor`).
package func relativeDifference(_ values: [Float], _ expected: [Double], floor: Double = 1e-3) -> Double {
  precondition(values.count == expected.count, "lists of the same length are compared")
  let scale = max(floor, expected.reduce(0) { max($0, abs($1)) })
  return zip(values, expected).reduce(0) { largest, pair in
    // A NaN is as far away as can be.
    let difference = abs(Double(pair.0) - pair.1) / scale
    return difference.isNaN ? .infinity : max(largest, difference)
  }
}
