import Groundwork
import Imaging
import Settings
import TestSupport
import Testing

@testable import Attacks

@Suite("What every attack of the catalogue keeps")
struct CatalogueContractTests {
  /// A method with a name that test reports show.
  struct Named: CustomTestStringConvertible, Sendable {
    let method: any AttackMethod.Type

    var testDescription: String { method.card.name }
    static let all = AttackCatalogue.all.map(Named.init)
  }

  static let goals = [Goal.away(from: 0), .toward(2, from: 0)]

  private let reader = AttackSamples.reader(seed: 8)
  private let pictures = AttackSamples.pictures(9)

  private func run(
    _ attack: any Attack, goal: Goal, seed: UInt64 = 3, batchSize: Int = 64, threads: Int = 1
  ) throws -> [CraftedImage] {
    try Harness(reader: reader, seed: seed, batchSize: batchSize, loop: ConcurrentLoop(threads: threads))
      .run(attack, on: pictures, goal: goal).images
  }

  private func fresh<Method: AttackMethod>(_ method: Method.Type) -> any AttackMethod { Method() }

  @Test("its declared defaults are what it holds, and nonsense is refused", arguments: Named.all)
  func settings(_ named: Named) throws { try settings(of: named.method) }

  private func settings<Method: AttackMethod>(of method: Method.Type) throws {
    let names = Method.settings.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" } })
    for setting in Method.settings {
      var attack = Method()
      try setting.assign(setting.text(Method()), &attack)
      #expect(setting.value(attack) == setting.value(Method()), "\(setting.name)")
      #expect(throws: SettingProblem.self) { try setting.assign("nonsense", &attack) }
      #expect(throws: SettingProblem.self) { try setting.assign("", &attack) }
    }
  }

  @Test("its one line reads back to itself", arguments: Named.all)
  func call(_ named: Named) throws {
    let attack = fresh(named.method)
    #expect(try AttackCatalogue.attack(attack.call).call == attack.call)
    #expect(try AttackCatalogue.attack(attack.name).call == attack.call)
  }

  @Test("it stays within its limits after rounding", arguments: Named.all, goals)
  func limits(_ named: Named, _ goal: Goal) throws {
    let attack = fresh(named.method)
    let limits = attack.limits
    let images = try run(attack, goal: goal)
    for image in images {
      #expect(image.verdict != .overBudget && image.verdict != .malformed)
      let difference = image.difference
      if let bound = limits.linf { #expect(difference.linf <= bound + 1e-12) }
      if let bound = limits.l1 { #expect(difference.l1 <= bound + 1e-9) }
      if let bound = limits.l2 { #expect(difference.l2 <= bound + 1e-9) }
      if let extent = limits.l0Features { #expect(difference.l0Features <= extent.count(of: 48)) }
      if let extent = limits.l0Pixels { #expect(difference.l0Pixels <= extent.count(of: 16)) }
      if let most = limits.queries { #expect(image.cost.queries <= most) }
      if let most = limits.gradients { #expect(image.cost.gradients <= most) }
    }
    // A control must not turn anything; whatever is published does.
    if named.method.card.paper != nil { #expect(images.contains { $0.isSuccess }) }
  }

  @Test("an image alone gives what it gives in company", arguments: Named.all, goals)
  func company(_ named: Named, _ goal: Goal) throws {
    let attack = fresh(named.method)
    let together = try run(attack, goal: goal, batchSize: 4)
    for (index, picture) in pictures.enumerated() {
      let alone = try Harness(reader: reader, seed: 3).run(
        attack, on: [picture], goals: [goal], firstIndex: index
      ).images[0]
      #expect(alone.crafted == together[index].crafted && alone.cost == together[index].cost, "image \(index)")
    }
  }

  @Test("threads and batches change nothing", arguments: Named.all, goals)
  func threads(_ named: Named, _ goal: Goal) throws {
    let attack = fresh(named.method)
    let one = try run(attack, goal: goal)
    for (batchSize, threads) in [(64, 2), (3, 2), (1, 1)] {
      let other = try run(attack, goal: goal, batchSize: batchSize, threads: threads)
      #expect(other.map(\.crafted) == one.map(\.crafted) && other.map(\.cost) == one.map(\.cost))
    }
  }

  @Test("one seed gives one result", arguments: Named.all)
  func seed(_ named: Named) throws {
    let attack = fresh(named.method)
    let runs = try (0..<2).map { _ in try run(attack, goal: .away(from: 0), seed: 11).map(\.crafted) }
    #expect(runs[0] == runs[1])
    #expect(runs[0] != pictures)
  }

  @Test("what it costs is what the reader was asked", arguments: Named.all, goals)
  func cost(_ named: Named, _ goal: Goal) throws {
    let counting = CountingReader(reader)
    let images = try Harness(reader: counting, seed: 3).run(fresh(named.method), on: pictures, goal: goal).images
    let queries = images.map(\.cost.queries).reduce(0, +)
    let gradients = images.map(\.cost.gradients).reduce(0, +)
    // The harness itself reads every picture before and after.
    #expect(counting.count.pictures == 2 * pictures.count + queries)
    #expect(counting.count.gradients == gradients)
  }

  @Test("its control has its norm", arguments: Named.all)
  func control(_ named: Named) throws {
    let harness = Harness(reader: reader, seed: 3)
    let report = try harness.run(fresh(named.method), on: pictures, goal: .away(from: 0))
    let control = try harness.control(of: report)
    #expect(control.norm == report.norm)
    for (noisy, crafted) in zip(control.images, report.images) {
      let (a, b) = (noisy.difference, crafted.difference)
      switch report.norm {
      case .linf: #expect(a.linf == b.linf)
      case .l0Features: #expect(a.l0Features == b.l0Features)
      case .l0Pixels: #expect(a.l0Pixels == b.l0Pixels)
      case .l1: #expect(a.l1 <= b.l1)
      case .l2: #expect(a.l2 <= b.l2)
      }
      #expect(noisy.cleanReading == crafted.cleanReading && noisy.clean == crafted.clean)
    }
  }
}
