internal import Attacks
internal import Experiments
internal import Groundwork
internal import Records
internal import Settings
internal import Signs

extension SignModel {
  /// Crafts pictures that the model is to read as something else, as `stopline attack` does: every crafted picture is
  /// rounded to 8 bits, read again and measured before it counts.
  /// - Parameters:
  ///   - pictures: of signs, each with about a tenth of margin on every side.
  ///   - attack: an attack and its settings, such as `pgd(epsilon=4/255, steps=10)`.
  ///   - sign: what the signs are, a class by name or by GTSRB's number.
  ///   - target: what they are to be read as; any other class when nil.
  ///   - seed: what every random draw comes from; the same seed gives the same report.
  /// - Throws: `StoplineError` when there is no such attack, setting or class.
  public func attack(
    _ pictures: [Picture], with attack: String, sign: String, target: String? = nil, seed: UInt64
  ) throws(StoplineError) -> AttackReport {
    let method: any AttackMethod
    do { method = try AttackCatalogue.attack(attack) } catch { throw StoplineError("The attack", error) }
    return try StoplineError.explaining {
      let sources = pictures.enumerated().map { index, picture in
        AttackExperiment.Source(
          name: "picture-\(index)", file: "", sha256: SHA256.hexDigest(of: picture.levels), image: picture.image)
      }
      let data = DataRecord(
        path: "pictures in memory", sha256: SHA256.hexDigest(of: sources.flatMap { Array($0.sha256.utf8) }),
        images: sources.count)
      let experiment = AttackExperiment(method, on: subject, seed: seed)
      return try AttackReport(
        experiment(
          on: sources, data: data, sign: SignClass(named: sign), target: target.map { try SignClass(named: $0) }))
    }
  }
}
