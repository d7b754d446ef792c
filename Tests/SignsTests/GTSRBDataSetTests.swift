import Groundwork
import Imaging
import Signs
import Testing

@Suite struct GTSRBDataSetTests {
  private let loop = ConcurrentLoop(threads: 2)

  @Test(arguments: ["", "Images/", "Final_Training/Images/", "GTSRB/Final_Training/Images/"])
  func findsTheClassFoldersInTheUsualPlaces(_ place: String) throws {
    let files = try PhotographFiles()
    try files.writeCopies(of: 14, tracks: 2, frames: 3, firstLevel: 10, at: place)
    try files.writeCopies(of: 13, tracks: 1, frames: 2, firstLevel: 100, at: place)
    let set = try GTSRBDataSet.training(at: files.folder.path, shape: .benchmark, loop: loop)
    #expect(set.labels == [.yield, .yield] + [SignClass](repeating: .stop, count: 6))
    #expect(set.tracks == [0, 0, 1, 1, 1, 2, 2, 2])
    #expect(set.names.first == "00013/00000_00000.ppm" && set.names.last == "00014/00001_00002.ppm")
    let firsts = (0..<set.count).map { set.allLevels[$0 * PictureShape.benchmark.values] }
    #expect(firsts == [100, 101, 10, 11, 12, 13, 14, 15])
  }

  @Test func pixelsArePlanar() throws {
    let files = try PhotographFiles()
    let picture = PhotographFiles.ppm(width: 32, height: 32) { x, y in (UInt8(x), UInt8(y), 200) }
    try files.write(picture, to: "00014/00000_00000.ppm")
    let set = try GTSRBDataSet.training(at: files.folder.path, shape: .benchmark, loop: loop)
    #expect(set.allLevels[5 * 32 + 7] == 7)
    #expect(set.allLevels[1024 + 5 * 32 + 7] == 5)
    #expect(set.allLevels[2 * 1024 + 5 * 32 + 7] == 200)
    #expect(set.image(at: 0)[x: 7, y: 5] == Color(red: 7 / 255, green: 5 / 255, blue: 200 / 255))
  }

  @Test func readsOnlyTheClassesAskedFor() throws {
    let files = try PhotographFiles()
    for number in [12, 13, 14] { try files.writeCopies(of: number, tracks: 1, frames: 2, firstLevel: number) }
    let set = try GTSRBDataSet.training(
      at: files.folder.path, shape: .benchmark, classes: [.stop, .priorityRoad], loop: loop)
    #expect(set.labels == [.priorityRoad, .priorityRoad, .stop, .stop])
  }

  @Test func originalsAreCroppedToTheRegionPlusMargin() throws {
    let files = try PhotographFiles()
    // Red marks the region plus 10 % of its 40 pixels; a whole photograph or a crop without margin would show green.
    let picture = PhotographFiles.ppm(width: 60, height: 64) { x, y in
      (6..<54).contains(x) && (8..<56).contains(y) ? (200, 0, 0) : (0, 200, 0)
    }
    try files.write(picture, to: "00014/00000_00000.ppm")
    try files.write(PhotographFiles.header + "\n00000_00000.ppm;60;64;10;12;50;52;14\n", to: "00014/GT-00014.csv")
    let set = try GTSRBDataSet.training(at: files.folder.path, shape: .benchmark, loop: loop)
    let levels = set.allLevels
    #expect(levels[..<1024].allSatisfy { $0 == 200 })
    #expect(levels[1024...].allSatisfy { $0 == 0 })
  }

  @Test func copiesAreTakenWholeEvenWhereTheOriginalHadTheirSize() throws {
    let files = try PhotographFiles()
    for name in ["00000_00000", "00000_00001"] {
      try files.write(
        PhotographFiles.ppm(width: 32, height: 32) { x, _ in (UInt8(x), 0, 0) }, to: "00014/\(name).ppm")
    }
    try files.write(
      "\(PhotographFiles.header)\n00000_00000.ppm;32;32;8;8;24;24;14\n00000_00001.ppm;40;40;8;8;30;30;14\n",
      to: "00014/GT-00014.csv")
    let set = try GTSRBDataSet.training(at: files.folder.path, shape: .benchmark, loop: loop)
    #expect(set.allLevels.prefix(32).enumerated().allSatisfy { $0.element == UInt8($0.offset) })
  }

  @Test func foldersWithoutListsAreReadInTheOrderOfTheirNames() throws {
    let files = try PhotographFiles()
    let picture = { (level: UInt8) in PhotographFiles.ppm(width: 16, height: 48) { _, _ in (level, level, level) } }
    try files.write(picture(2), to: "14/b.ppm")
    try files.write(picture(1), to: "14/a.ppm")
    try files.write("not a photograph", to: "14/readme.txt")
    let set = try GTSRBDataSet.training(at: files.folder.path, shape: .benchmark, loop: loop)
    #expect(set.names == ["14/a.ppm", "14/b.ppm"])
    #expect(set.tracks == [0, 1])
    #expect(set.allLevels[0] == 1 && set.allLevels[PictureShape.benchmark.values] == 2)
  }

  @Test func theTestLayoutHasItsLabelsApart() throws {
    let files = try PhotographFiles()
    for (name, level) in [("00000", UInt8(4)), ("00001", 5)] {
      try files.write(
        PhotographFiles.ppm(width: 32, height: 32) { _, _ in (level, 0, 0) }, to: "Images/\(name).ppm")
    }
    let labels = try files.write(
      "\(PhotographFiles.header)\n00001.ppm;50;50;6;6;44;44;13\n00000.ppm;50;50;6;6;44;44;14\n",
      to: "GT-final_test.csv")
    let set = try GTSRBDataSet.test(at: files.folder.file("Images"), labels: labels, shape: .benchmark, loop: loop)
    #expect(set.labels == [.yield, .stop])
    #expect(set.allLevels[0] == 5 && set.allLevels[PictureShape.benchmark.values] == 4)
    #expect(Set(set.tracks).count == 2)
  }

  @Test func theTestLayoutOfCopiesIsReadToo() throws {
    let files = try PhotographFiles()
    for (name, level) in [("00000", UInt8(4)), ("00001", 5)] {
      try files.write(PhotographFiles.ppm(width: 32, height: 32) { _, _ in (level, 0, 0) }, to: "Test/\(name).ppm")
    }
    let header = "Width,Height,Roi.X1,Roi.Y1,Roi.X2,Roi.Y2,ClassId,Path"
    let labels = try files.write(
      "\(header)\n50,50,6,6,44,44,13,Test/00001.ppm\n50,50,6,6,44,44,14,Test/00000.ppm\n", to: "Test.csv")
    let set = try GTSRBDataSet.test(at: files.folder.file("Test"), labels: labels, shape: .benchmark, loop: loop)
    #expect(set.labels == [.yield, .stop])
    #expect(set.allLevels[0] == 5 && set.allLevels[PictureShape.benchmark.values] == 4)
    for (row, words) in [("50,50,6,6,44,44,13,Test/..", "no file name"), ("50,50,6,6,44,44,13", "7 fields")] {
      let labels = try files.write("\(header)\n\(row)\n", to: "Wrong.csv")
      let error = try #require(throws: GTSRBDataSetError.self) {
        try GTSRBDataSet.test(at: files.folder.file("Test"), labels: labels, shape: .benchmark, loop: loop)
      }
      #expect("\(error)".contains(words) && "\(error)".contains("line 2"))
    }
  }

  @Test func threadsDoNotChangeTheSetAndProgressEndsAtTheTotal() throws {
    let files = try PhotographFiles()
    try files.writeCopies(of: 3, tracks: 3, frames: 30, firstLevel: 0)
    var last = (0, 0)
    let one = try GTSRBDataSet.training(at: files.folder.path, shape: .benchmark, loop: ConcurrentLoop(threads: 1)) {
      last = ($0, $1)
    }
    let eight = try GTSRBDataSet.training(at: files.folder.path, shape: .benchmark, loop: ConcurrentLoop(threads: 8))
    #expect(one.allLevels == eight.allLevels && one.names == eight.names && one.tracks == eight.tracks)
    #expect(last == (90, 90))
  }

  @Test func selectingKeepsTheOrderAskedFor() throws {
    let files = try PhotographFiles()
    try files.writeCopies(of: 14, tracks: 2, frames: 2, firstLevel: 50)
    let set = try GTSRBDataSet.training(at: files.folder.path, shape: .benchmark, loop: loop).selecting([3, 0])
    #expect(set.names == ["00014/00001_00001.ppm", "00014/00000_00000.ppm"])
    #expect(set.allLevels[0] == 53 && set.allLevels[PictureShape.benchmark.values] == 50)
  }
}
