import Groundwork
import Testing

@testable import Networks

struct AugmentationRecipeTests {
  @Test func drawsStayInTheirRangesAndOccasionalChangesKeepTheirShare() {
    let augmentation = AugmentationRecipe.standard.photographs
    var reduced = 0
    for picture in 0..<2_000 {
      var stream = RandomStream(seed: 9, name: "augmentation", 0, picture)
      let change = augmentation.draw(from: &stream)
      #expect(augmentation.rotation.contains(change.rotation) && augmentation.scale.contains(change.scale))
      #expect(augmentation.shift.contains(change.shiftX) && augmentation.shift.contains(change.shiftY))
      if let resolution = change.resolution {
        reduced += 1
        #expect(10...24 ~= resolution)
      }
    }
    #expect(abs(reduced - 500) < 80)
  }

  @Test func defacedPicturesAreStrongOnesWithStickersOnAFifth() {
    let recipes = (AugmentationRecipe.strong.photographs, AugmentationRecipe.defaced.photographs)
    var stuck = 0
    for picture in 0..<2_000 {
      var streams = (RandomStream(seed: 4, name: "a", 0, picture), RandomStream(seed: 4, name: "a", 0, picture))
      let strong = recipes.0.draw(from: &streams.0)
      var defaced = recipes.1.draw(from: &streams.1)
      if let stickers = defaced.stickers {
        stuck += 1
        #expect(3...12 ~= stickers.count && 0.04...0.16 ~= stickers.size)
      }
      defaced.stickers = nil
      defaced.brightness = strong.brightness
      #expect(strong == defaced)
    }
    #expect(abs(stuck - 400) < 80)
  }

  @Test func harshPicturesAreDefacedOnesWithSomeNarrowedOrGrey() {
    let recipes = (AugmentationRecipe.defaced.photographs, AugmentationRecipe.harsh.photographs)
    var (narrowed, grey) = (0, 0)
    for picture in 0..<2_000 {
      var streams = (RandomStream(seed: 5, name: "a", 0, picture), RandomStream(seed: 5, name: "a", 0, picture))
      let defaced = recipes.0.draw(from: &streams.0)
      var harsh = recipes.1.draw(from: &streams.1)
      #expect(0.5...1 ~= harsh.width)
      if harsh.width < 1 { narrowed += 1 }
      if harsh.tint == SIMD3(repeating: 1) {
        grey += 1
        #expect(0...0.1 ~= harsh.saturation)
        (harsh.tint, harsh.saturation) = (defaced.tint, defaced.saturation)
      }
      harsh.width = 1
      #expect(harsh == defaced)
    }
    #expect(abs(narrowed - 400) < 80)
    #expect(abs(grey - 200) < 60)
  }

  @Test func narrowingOneRangeLeavesTheOthersDraws() {
    var narrow = AugmentationRecipe.standard.photographs
    narrow.rotation = 0...0
    narrow.resolution = .never
    var streams = (RandomStream(seed: 2, name: "a"), RandomStream(seed: 2, name: "a"))
    var expected = AugmentationRecipe.standard.photographs.draw(from: &streams.0)
    expected.rotation = 0
    expected.resolution = nil
    #expect(narrow.draw(from: &streams.1) == expected)
  }
}
