/// A rectangle of light in memory that is used again and again: where pictures are made by the thousand.
struct LightRaster {
  private(set) var width = 0
  private(set) var height = 0
  let light: UnsafeMutableBufferPointer<Light>

  init(light: UnsafeMutableBufferPointer<Light>) {
    self.light = light
  }

  mutating func resize(width: Int, height: Int) {
    precondition(width * height <= light.count, "a raster fits its memory")
    self.width = width
    self.height = height
  }

  /// Writes the raster, blurred along its rows, into `result`; at the border the outermost pixels go on.
  /// - Parameter line: room for a row and the kernel's reach on both sides.
  func blurRows(by kernel: LightKernel, line: UnsafeMutableBufferPointer<Light>, into result: LightRaster) {
    let reach = kernel.reach
    for y in 0..<height {
      let start = y * width
      for x in 0..<width { line[reach + x] = light[start + x] }
      for x in 0..<reach {
        line[x] = light[start]
        line[reach + width + x] = light[start + width - 1]
      }
      for x in 0..<width {
        var sum = kernel[0] * line[x + reach]
        var tap = 1
        while tap <= reach {
          sum += kernel[-tap] * line[x + reach - tap]
          sum += kernel[tap] * line[x + reach + tap]
          tap += 1
        }
        result.light[start + x] = sum
      }
    }
  }

  /// Writes the raster, blurred along its columns, into `result`; at the border the outermost pixels go on.
  func blurColumns(by kernel: LightKernel, into result: LightRaster) {
    let reach = kernel.reach
    for y in 0..<height {
      let start = y * width
      let own = kernel[0]
      for x in 0..<width { result.light[start + x] = own * light[start + x] }
      var tap = 1
      while tap <= reach {
        let (before, after) = (max(y - tap, 0) * width, min(y + tap, height - 1) * width)
        let (first, second) = (kernel[-tap], kernel[tap])
        for x in 0..<width {
          result.light[start + x] += first * light[before + x] + second * light[after + x]
        }
        tap += 1
      }
    }
  }
}
