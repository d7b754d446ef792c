// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "stopline",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "stopline", targets: ["stopline"]),
    .library(name: "Stopline", targets: ["StoplineKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // MARK: C
    .systemLibrary(
      name: "CPNG",
      pkgConfig: "libpng",
      providers: [.apt(["libpng-dev", "zlib1g-dev"]), .brew(["libpng"])]
    ),
    .target(name: "CPNGBridge", dependencies: ["CPNG"]),
    .systemLibrary(
      name: "CJPEG",
      pkgConfig: "libturbojpeg",
      providers: [.apt(["libturbojpeg0-dev"]), .brew(["jpeg-turbo"])]
    ),
    .target(name: "CKernels"),

    // MARK: Rooms, in the order in which they may import each other
    .target(name: "Groundwork"),
    .target(name: "Settings", dependencies: ["Groundwork"]),
    .target(name: "Imaging", dependencies: ["CPNGBridge", "CJPEG", "Groundwork"]),
    .target(name: "Networks", dependencies: ["CKernels", "Groundwork", "Imaging"]),
    .target(name: "Signs", dependencies: ["Groundwork", "Imaging"]),
    .target(name: "Attacks", dependencies: ["Groundwork", "Settings", "Imaging", "Networks"]),
    .target(name: "Defenses", dependencies: ["Groundwork", "Settings", "Networks"]),
    .target(name: "Driving", dependencies: ["Groundwork", "Settings", "Imaging", "Signs"]),
    .target(name: "Records", dependencies: ["Groundwork"]),
    .target(
      name: "Scenarios",
      dependencies: [
        "Groundwork", "Settings", "Signs", "Driving", "Attacks", "Defenses",
        .product(name: "Yams", package: "Yams"),
      ]
    ),
    .target(
      name: "Experiments",
      dependencies: [
        "Groundwork", "Settings", "Imaging", "Networks", "Signs", "Attacks", "Defenses", "Driving", "Records",
        "Scenarios",
      ]
    ),
    .target(name: "Reporting", dependencies: ["Imaging", "Records"]),

    // MARK: What other packages may import
    .target(
      name: "StoplineKit",
      dependencies: [
        "Groundwork", "Settings", "Imaging", "Signs", "Attacks", "Defenses", "Records", "Scenarios", "Experiments",
      ]),

    // MARK: Command line
    .executableTarget(
      name: "stopline",
      dependencies: [
        "Groundwork", "Settings", "Imaging", "Networks", "Signs", "Attacks", "Defenses", "Driving", "Records",
        "Scenarios", "Experiments", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // MARK: Tests
    .target(
      name: "TestSupport", dependencies: ["Groundwork", "Networks"],
      path: "Tests/TestSupport"),
    .testTarget(name: "GroundworkTests", dependencies: ["Groundwork", "TestSupport"]),
    .testTarget(name: "SettingsTests", dependencies: ["Settings"]),
    .testTarget(name: "ImagingTests", dependencies: ["Imaging", "Groundwork", "TestSupport"]),
    .testTarget(
      name: "NetworksTests", dependencies: ["Networks", "Groundwork", "TestSupport"]),
    .testTarget(
      name: "SignsTests", dependencies: ["Signs", "Imaging", "Groundwork", "TestSupport"]),
    .testTarget(
      name: "AttacksTests",
      dependencies: ["Attacks", "Settings", "Networks", "Imaging", "Groundwork", "TestSupport"]),
    .testTarget(name: "DefensesTests", dependencies: ["Defenses", "Settings", "Networks"]),
    .testTarget(
      name: "DrivingTests",
      dependencies: ["Driving", "Signs", "Imaging", "Groundwork"]),
    .testTarget(name: "RecordsTests", dependencies: ["Records", "Groundwork"]),
    .testTarget(
      name: "ScenariosTests",
      dependencies: [
        "Scenarios", "Attacks", "Defenses", "Driving", "Signs", "Groundwork", "TestSupport",
      ]),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: [
        "Experiments", "Scenarios", "Records", "Driving", "Attacks", "Defenses", "Networks", "Signs", "Imaging",
        "Groundwork", "TestSupport",
      ]),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "Records", "Imaging", "Groundwork"]),
    .testTarget(name: "StoplineKitTests", dependencies: ["StoplineKit", "TestSupport"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["stopline", "Scenarios", "Networks", "Signs", "Records", "Imaging", "Groundwork", "TestSupport"],
      exclude: ["Help.txt"]),
  ]
)
