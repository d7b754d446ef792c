import Attacks
import Imaging
import Records

extension Norms {
  package init(_ difference: ImageDifference) {
    self.init(
      l0Pixels: difference.l0Pixels, l0Features: difference.l0Features, l1: difference.l1, l2: difference.l2,
      linf: difference.linf, psnr: difference.psnr, ssim: difference.ssim)
  }
}

extension CostRecord {
  package init(_ cost: Meter.Cost) {
    self.init(queries: cost.queries, gradients: cost.gradients)
  }
}
