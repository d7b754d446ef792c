import CKernels

/// Which instruction set the arithmetic runs on.
package enum KernelChoice: String, CaseIterable, Sendable {
  /// The fastest that this processor has.
  case automatic
  case avx512
  case avx2
  case neon
  /// Plain C, on every processor.
  case portable

  /// The choices that run on this processor, fastest first, without `automatic`.
  package static var available: [KernelChoice] {
    [.avx512, .avx2, .neon, .portable].filter { Kernels($0) != nil }
  }
}

/// One instruction set's micro-kernels.
///
/// Unchecked sendable: the table is a constant of the program, shared and never written.
struct Kernels: @unchecked Sendable {
  let table: UnsafePointer<ck_kernels>

  /// `nil` when this processor, or this build, lacks the instructions.
  init?(_ choice: KernelChoice) {
    let found: UnsafePointer<ck_kernels>? =
      switch choice {
      case .automatic: ck_avx512() ?? ck_avx2() ?? ck_neon() ?? ck_portable()
      case .avx512: ck_avx512()
      case .avx2: ck_avx2()
      case .neon: ck_neon()
      case .portable: ck_portable()
      }
    guard let found else { return nil }
    table = found
  }

  /// - Precondition: this processor has the instructions.
  init(required choice: KernelChoice) {
    guard let kernels = Kernels(choice) else {
      preconditionFailure("this processor has no \(choice.rawValue) instructions")
    }
    self = kernels
  }

  /// Output channels of one tile; packed weights are zero-filled to a multiple of it.
  var panel: Int { Int(table.pointee.panel) }

  /// Floats of a vector.
  var lanes: Int { Int(table.pointee.lanes) }

  /// `count` rounded up to whole panels.
  func wholePanels(_ count: Int) -> Int { (count + panel - 1) / panel * panel }
}
