import Groundwork

extension Corruptions {
  /// Drops of water or mud on the lens: the high places of a blurred Gaussian field.
  package struct Spatter: Corruption {
    /// What splashed.
    package enum Liquid: Sendable, Equatable {
      /// Bright drops, pale turquoise, shaded as if light fell from the upper left; the strength of their light.
      case water(strength: Float)
      /// Brown blots, their rims blurred by so many pixels.
      case mud(blur: Float)
    }

    /// Of the Gaussian field.
    package var mean: Float
    package var deviation: Float
    /// Of the field, in pixels.
    package var blur: Float
    /// From where on there is liquid.
    package var threshold: Float
    package var liquid: Liquid

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      let grain = ScalarField(width: image.width, height: image.height) { mean + deviation * stream.gaussian() }
      let layer = grain.blurred(deviation: blur).map { $0 < threshold ? 0 : $0 }
      switch liquid {
      case .mud(let blur):
        let cover = layer.map { $0 > threshold ? 1 : 0 }.blurred(deviation: blur).map { $0 < 0.8 ? 0 : $0 }
        return image.mixed(Color(hex: 0x3F2A14), by: cover, keeping: { 1 - $0 })
      case .water(let strength):
        let drops = WaterDrops(layer: layer).light.map { $0 * strength }
        return image.mixed(Color(hex: 0xAFEEEE), by: drops, keeping: { _ in 1 })
      }
    }
  }
}

extension Image {
  /// The picture times a part that depends on the cover, plus the colour times the cover.
  fileprivate func mixed(_ color: Color, by cover: ScalarField, keeping kept: (Float) -> Float) -> Image {
    let components = [color.red, color.green, color.blue]
    let planes = (0..<3).map { channel in
      var mixed = plane(channel)
      for place in mixed.values.indices {
        mixed.values[place] =
          kept(cover.values[place]) * mixed.values[place] + components[channel] * cover.values[place]
      }
      return mixed
    }
    return Image(red: planes[0], green: planes[1], blue: planes[2])
  }
}
