import Signs

/// An attacked drive beside its clean twin: same car, camera, weather and noise, so the difference is the attack's doing.
package struct DriveComparison<Evidence: Sendable>: Sendable {
  /// The drive without the attack.
  package let clean: DriveLog<Evidence>
  package let attacked: DriveLog<Evidence>
  /// What the attack changed in the attacked drive's photographs.
  package let flips: FlipCount

  /// Makes both drives, the clean one first.
  /// - Parameters:
  ///   - drive: the settings of both.
  ///   - camera: each drive gets a copy.
  ///   - cleanReader: reads without the attack.
  ///   - attackedReader: gives both readings of each photograph.
  ///   - sign: what the sign is.
  ///   - target: what the attack wants read in its place.
  /// - Throws: as `Drive.run` does.
  package init(
    _ drive: Drive, camera: some SignCamera, cleanReader: some SignReader<Evidence>,
    attackedReader: some SignReader<Evidence>, sign: SignClass = .stop, target: SignClass = .yield
  ) throws {
    clean = try drive.run(camera: camera, reader: cleanReader)
    attacked = try drive.run(camera: camera, reader: attackedReader)
    flips = FlipCount(attacked.rows, from: sign, to: target, brakingPoint: drive.vehicle.brakingPoint)
  }
}
