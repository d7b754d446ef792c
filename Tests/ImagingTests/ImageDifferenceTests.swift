import Imaging
import Testing

@Suite struct ImageDifferenceTests {
  /// What NumPy gives for the pictures below, the window's moments summed directly over its 121 products.
  struct Reference: Sendable, CustomStringConvertible {
    let width: Int
    let height: Int
    let pixels: Int
    let features: Int
    let l1: Double
    let l2: Double
    let linf: Double
    let psnr: Double
    let ssim: Double
    var description: String { "\(width) x \(height)" }

    static let all = [
      Reference(
        width: 32, height: 32, pixels: 341, features: 928, l1: 19.80392156862745, l2: 0.7344125434177019,
        linf: 10 / 255, psnr: 37.55541039759129, ssim: 0.9983345889996955),
      Reference(
        width: 20, height: 13, pixels: 87, features: 235, l1: 5, l2: 0.36910690555419984, linf: 10 / 255,
        psnr: 37.5779026187365, ssim: 0.995652462371097),
      Reference(
        width: 11, height: 11, pixels: 40, features: 108, l1: 2.3176470588235296, l2: 0.25186730546402214,
        linf: 10 / 255, psnr: 37.57563033018079, ssim: 0.9921283556646331),
      Reference(
        width: 7, height: 5, pixels: 12, features: 33, l1: 0.7058823529411765, l2: 0.13920187724940272, linf: 10 / 255,
        psnr: 37.33899114820285, ssim: 0.9755429273048897),
      Reference(
        width: 12, height: 4, pixels: 16, features: 43, l1: 0.9333333333333333, l2: 0.16054501561144094, linf: 10 / 255,
        psnr: 37.471688386689024, ssim: 0.9626171502042002),
      Reference(
        width: 1, height: 1, pixels: 1, features: 2, l1: 9.0 / 255, l2: 0.026306682088232818, linf: 6 / 255,
        psnr: 36.36989101812229, ssim: 0.9982624119091255),
    ]
  }

  func picture(_ width: Int, _ height: Int, _ level: (_ x: Int, _ y: Int, _ channel: Int) -> Int) -> Image {
    let levels = (0..<3 * width * height).map { index -> UInt8 in
      UInt8(min(255, level(index / 3 % width, index / 3 / width, index % 3)))
    }
    return Image(width: width, height: height, levels: levels)
  }

  func base(_ x: Int, _ y: Int, _ c: Int) -> Int { (x * 7 + y * 3 + c * 40 + x * y) % 256 }

  @Test(arguments: Reference.all)
  func everyMeasureAgreesWithNumPy(reference: Reference) throws {
    let clean = picture(reference.width, reference.height, base)
    let crafted = picture(reference.width, reference.height) { x, y, c in
      base(x, y, c) + ((x + y) % 3 == 0 ? (x * 13 + y * 5 + c * 3) % 11 : 0)
    }
    let difference = ImageDifference(clean: clean, crafted: crafted)
    #expect(difference.l0Pixels == reference.pixels)
    #expect(difference.l0Features == reference.features)
    #expect(abs(difference.l1 - reference.l1) < 1e-12)
    #expect(abs(difference.l2 - reference.l2) < 1e-12)
    #expect(abs(difference.linf - reference.linf) < 1e-12)
    #expect(abs(try #require(difference.psnr) - reference.psnr) < 1e-9)
    #expect(abs(difference.ssim - reference.ssim) < 1e-10)
  }

  @Test(arguments: [(32, 32), (5, 40), (1, 1)])
  func equalPicturesDoNotDiffer(width: Int, height: Int) {
    let image = picture(width, height, base)
    let difference = ImageDifference(clean: image, crafted: image)
    #expect(difference.l0Pixels == 0 && difference.l0Features == 0)
    #expect(difference.l1 == 0 && difference.l2 == 0 && difference.linf == 0)
    #expect(difference.psnr == nil)
    #expect(difference.ssim == 1)
  }

  @Test func onePixelCountsOnceHoweverManyChannelsChange() {
    let clean = Image(width: 8, height: 8, color: .black)
    var crafted = clean
    crafted[x: 3, y: 4] = Color(red: 1, green: 0, blue: 0.2)
    let difference = ImageDifference(clean: clean, crafted: crafted)
    #expect(difference.l0Pixels == 1 && difference.l0Features == 2)
    #expect(difference.l1 == 1.2 && difference.linf == 1)
    #expect(abs(difference.l2 - 1.04.squareRoot()) < 1e-15)
  }

  @Test func onlyWhatEightBitsHoldIsMeasured() {
    let clean = Image(width: 4, height: 4, color: Color(gray: 100 / 255))
    let hidden = Image(width: 4, height: 4, color: Color(gray: 100.4 / 255))
    let beyond = Image(width: 4, height: 4, color: Color(gray: 7))
    #expect(ImageDifference(clean: clean, crafted: hidden).l0Features == 0)
    #expect(ImageDifference(clean: clean, crafted: beyond).linf == 155.0 / 255)
  }

  @Test func oppositePicturesAreUnlike() {
    let clean = picture(16, 16) { x, y, _ in (x + y) % 2 * 255 }
    let crafted = picture(16, 16) { x, y, _ in (x + y + 1) % 2 * 255 }
    let difference = ImageDifference(clean: clean, crafted: crafted)
    #expect(difference.psnr == 0)
    #expect(difference.ssim < -0.9)
  }
}
