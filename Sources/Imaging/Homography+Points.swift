extension Homography {
  /// The map that takes four points to four points, in order (direct linear transformation; Hartley and Zisserman,
  /// "Multiple View Geometry", 2nd edition, section 4.1, with the normalisation of section 4.4).
  ///
  /// Nil when there is no such map: three of the points lie on one line, two coincide, one is not finite, or the corners
  /// of a quadrilateral are given in an order that would turn it inside out.
  /// - Precondition: there are four points on each side.
  package init?(from sources: [Point], to targets: [Point]) {
    precondition(sources.count == 4 && targets.count == 4, "a homography is found from four pairs of points")
    // Centred and scaled, the system is well-conditioned, and the centre of the source cannot be on the horizon, which
    // allows the last element to be 1.
    guard let source = Homography(centring: sources), let target = Homography(centring: targets) else { return nil }
    var system = LinearSystem(unknowns: 8)
    for (from, to) in zip(sources, targets) {
      guard let p = source.apply(to: from), let q = target.apply(to: to) else { return nil }
      system.append([p.x, p.y, 1, 0, 0, 0, -p.x * q.x, -p.y * q.x], equals: q.x)
      system.append([0, 0, 0, p.x, p.y, 1, -p.x * q.y, -p.y * q.y], equals: q.y)
    }
    guard let solution = system.solution(), let map = Homography(elements: solution + [1]) else { return nil }
    let whole = target.inverse * map * source
    guard let checked = Homography(elements: whole.elements), sources.allSatisfy({ checked.apply(to: $0) != nil })
    else {
      return nil
    }
    self = checked
  }

  /// Moves the points' mean to the origin and their mean distance from it to the root of 2; nil when they coincide.
  private init?(centring points: [Point]) {
    let x = points.reduce(0) { $0 + $1.x } / 4
    let y = points.reduce(0) { $0 + $1.y } / 4
    let distance = points.reduce(0) { $0 + (($1.x - x) * ($1.x - x) + ($1.y - y) * ($1.y - y)).squareRoot() } / 4
    let scale = 2.0.squareRoot() / distance
    self.init(elements: [scale, 0, -scale * x, 0, scale, -scale * y, 0, 0, 1])
  }
}

/// As many linear equations as unknowns, solved by Gaussian elimination with row pivoting.
private struct LinearSystem {
  let unknowns: Int
  /// Each row: the coefficients, then the right-hand side.
  private var rows: [[Double]] = []

  init(unknowns: Int) {
    self.unknowns = unknowns
  }

  mutating func append(_ coefficients: [Double], equals value: Double) {
    rows.append(coefficients + [value])
  }

  /// The unknowns; nil when a pivot is lost to rounding, the coefficients being of the order of 1.
  func solution() -> [Double]? {
    var rows = rows
    for column in 0..<unknowns {
      guard let pivot = (column..<unknowns).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-10
      else { return nil }
      rows.swapAt(column, pivot)
      for row in column + 1..<unknowns {
        let factor = rows[row][column] / rows[column][column]
        for place in column...unknowns { rows[row][place] -= factor * rows[column][place] }
      }
    }
    var values = [Double](repeating: 0, count: unknowns)
    for row in (0..<unknowns).reversed() {
      let known = (row + 1..<unknowns).reduce(0) { $0 + rows[row][$1] * values[$1] }
      values[row] = (rows[row][unknowns] - known) / rows[row][row]
    }
    return values
  }
}
