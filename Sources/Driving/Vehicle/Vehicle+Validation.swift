extension Vehicle {
  /// - Throws: the first setting that is out of range.
  package func validate() throws(ParameterFault) {
    try ParameterFault.check(cruisingSpeed, in: 0.5...100, "m/s", "the vehicle's cruising speed")
    try ParameterFault.check(comfortableBraking, in: 0.5...15, "m/s2", "the vehicle's comfortable braking")
    try ParameterFault.check(
      hardestBraking, in: comfortableBraking...15, "m/s2", "the vehicle's hardest braking")
    try ParameterFault.check(acceleration, in: 0.2...15, "m/s2", "the vehicle's acceleration")
    try ParameterFault.check(latency, in: 0...5, "s", "the vehicle's latency")
    try ParameterFault.check(jerkLimit.slow, in: 0.5...1000, "m/s3", "the vehicle's jerk limit at low speed")
    try ParameterFault.check(jerkLimit.fast, in: 0.5...1000, "m/s3", "the vehicle's jerk limit at high speed")
  }
}
