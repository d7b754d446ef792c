import Groundwork
import TestSupport
import Testing

@testable import Networks

struct TeachersTests {
  private let networks = [1, 2].map { Network(initializing: Stripes.architecture, seed: $0) }

  private func teachers(_ count: Int = 2, share: Float = 0.5, threads: Int = 2) -> Teachers {
    Teachers(
      networks.prefix(count).enumerated().map { Teachers.Member($1, identity: "network \($0)") }, share: share,
      loop: ConcurrentLoop(threads: threads))
  }

  private func distributions(_ teachers: Teachers, smoothing: Float = 0.3) throws -> [Float] {
    let pictures = Stripes.pictures(6)
    let images = pictures.batch(0..<6)
    let targets = images.elements.withUnsafeBufferPointer {
      teachers.targets(of: $0.baseAddress!, labels: pictures.labels.map(Int32.init), smoothing: smoothing)
    }
    guard case .distributions(let values) = targets else {
      Issue.record("teachers give distributions")
      return []
    }
    return values
  }

  @Test func targetsAreTheMeanOfTheirProbabilitiesBesideTheSmoothedLabel() throws {
    let pictures = Stripes.pictures(6)
    let read = try networks.map {
      try NetworkReader($0, loop: ConcurrentLoop(threads: 1)).logits(on: pictures.batch(0..<6)).elements
    }
    let targets = try distributions(teachers(share: 0.6))
    #expect(targets.count == 18)
    for (image, label) in pictures.labels.enumerated() {
      let own = read.map { Softmax.probabilities(of: $0[image * 3..<(image + 1) * 3]) }
      for kind in 0..<3 {
        let smoothed = (kind == label ? 0.7 : 0) + 0.1
        let expected = 0.4 * smoothed + 0.6 * (own[0][kind] + own[1][kind]) / 2
        #expect(abs(Double(targets[image * 3 + kind]) - expected) < 1e-5)
      }
    }
  }

  @Test func withoutAShareTheyAreTheLabels() throws {
    let targets = try distributions(teachers(share: 0), smoothing: 0)
    #expect(targets.indices.allSatisfy { targets[$0] == ($0 % 3 == $0 / 3 % 3 ? 1 : 0) })
  }

  @Test func aStudentComesToAgreeWithItsTeacher() throws {
    let teacher = try Stripes.trainer(Stripes.configuration(epochs: 6))
    try teacher.train(clock: { 0 }) { _ in }
    let teachers = Teachers(
      [.init(teacher.network, identity: "teacher")], share: 1, loop: ConcurrentLoop(threads: 2))
    // The labels of these pictures are wrong, and say nothing: the whole target is the teacher's.
    let pictures = Stripes.pictures(96, seed: 3)
    let mislabelled = LabelledPictures(side: 32, levels: pictures.levels, labels: pictures.labels.map { ($0 + 1) % 3 })
    let student = try Stripes.trainer(
      Stripes.configuration(epochs: 8), on: Photographs(mislabelled, augmentation: Augmentation()), teachers: teachers,
      validation: Stripes.pictures(90, seed: 2))
    try student.train(clock: { 0 }) { _ in }
    #expect(try #require(try student.validationAccuracy()) > 0.9)
  }

  @Test func givesTheSameBitsWithAnyNumberOfThreads() throws {
    let states = try [1, 2, 7].map { threads in
      let trainer = try Stripes.trainer(
        Stripes.configuration(epochs: 1), teachers: teachers(threads: threads), threads: threads)
      try trainer.train(clock: { 0 }) { _ in }
      return trainer.state
    }
    #expect(states[1] == states[0] && states[2] == states[0])
  }

  @Test func aCheckpointBelongsToItsTeachers() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("run.checkpoint")
    try Stripes.trainer(teachers: teachers()).writeCheckpoint(to: path)
    try Stripes.trainer(teachers: teachers()).resume(from: path)
    for other in [teachers(1), teachers(share: 0.4), nil] {
      #expect(throws: TrainingError.otherRun(path: path)) { try Stripes.trainer(teachers: other).resume(from: path) }
    }
  }

  @Test func refusesATeacherOfOtherClasses() throws {
    let other = Network(initializing: .tiny(classNames: ["a", "b"]), seed: 1)
    let teachers = Teachers([.init(other, identity: "of two")], share: 0.5, loop: ConcurrentLoop(threads: 1))
    let error = try #require(throws: TrainingError.self) { _ = try Stripes.trainer(teachers: teachers) }
    #expect(error == .otherTeacher("of two", inputShape: [3, 32, 32], classCount: 2))
    #expect("\(error)".contains("of two") && error.kind == .badData)
    #expect(throws: TrainingError.self) { _ = try Stripes.trainer(teachers: self.teachers(share: 2)) }
  }
}
