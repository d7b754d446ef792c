import Groundwork

extension Corruptions {
  /// Fewer pixels: whole pixels are gathered into larger blocks, each the mean of those whose middle lies in it.
  package struct Pixelation: Corruption {
    /// How many blocks there are along a side, as a part of its pixels.
    package var scale: Double

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      let columns = blocks(of: image.width)
      let rows = blocks(of: image.height)
      return image.mapPlanes { plane in
        var result = plane
        for y in 0..<plane.height {
          for x in 0..<plane.width {
            let (across, down) = (columns[x], rows[y])
            var sum: Float = 0
            for row in down { for column in across { sum += plane[column, row] } }
            result[x, y] = sum / Float(across.count * down.count)
          }
        }
        return result
      }
    }

    /// For each pixel of a side, the pixels whose mean it shows.
    private func blocks(of length: Int) -> [Range<Int>] {
      let count = max(1, Int(Double(length) * scale))
      let block = Double(length) / Double(count)
      // The first pixel whose middle lies at or behind a block's start.
      let starts = (0...count).map { min(length, Int((Double($0) * block - 0.5).rounded(.up))) }
      return (0..<length).map { pixel in
        let shown = min(count - 1, Int((Double(pixel) + 0.5) / block))
        return starts[shown]..<max(starts[shown] + 1, starts[shown + 1])
      }
    }
  }
}
