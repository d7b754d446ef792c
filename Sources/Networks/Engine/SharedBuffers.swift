/// Which values stand in the same memory because none lives while another does.
///
/// Whoever writes a value leaves its halo alone, which is zero from the start; so a value with a halo shares memory only
/// with values of the same plane.
struct SharedBuffers: Sendable {
  /// One value's need of memory.
  struct Tenant {
    /// How one image's value lies in memory.
    var plane: Plane
    /// How many images stand one after another.
    var images: Int
    /// From the step that writes the value to the last that reads it.
    var lifetime: ClosedRange<Int>
  }

  /// The buffer of each tenant.
  private(set) var buffers: [Int] = []
  /// Floats of each buffer.
  private(set) var counts: [Int] = []

  /// - Parameter tenants: in any order; the same ones give the same plan.
  init(_ tenants: [Tenant]) {
    buffers = [Int](repeating: 0, count: tenants.count)
    var planes: [Plane?] = []
    var ends: [Int] = []
    let order = tenants.indices.sorted {
      (tenants[$0].lifetime.lowerBound, $0) < (tenants[$1].lifetime.lowerBound, $1)
    }
    for index in order {
      let tenant = tenants[index]
      let plane = tenant.plane.halo > 0 ? tenant.plane : nil
      let count = tenant.plane.count * tenant.images
      let free = counts.indices.filter { ends[$0] < tenant.lifetime.lowerBound && planes[$0] == plane }
      if let buffer = free.min(by: { abs(counts[$0] - count) < abs(counts[$1] - count) }) {
        buffers[index] = buffer
        counts[buffer] = max(counts[buffer], count)
        ends[buffer] = tenant.lifetime.upperBound
      } else {
        buffers[index] = counts.count
        counts.append(count)
        planes.append(plane)
        ends.append(tenant.lifetime.upperBound)
      }
    }
  }
}
