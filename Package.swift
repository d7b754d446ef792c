// swift-tools-version: 6.1
import PackageDescription

// Tests run optimised, where a module's internal parts are visible to its tests only when asked for.
let testable: [SwiftSetting] = [.unsafeFlags(["-enable-testing"])]

let package = Package(
  name: "stopline",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "stopline", targets: ["stopline"])
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
    .target(name: "CKernels"),

    // MARK: Rooms, in the order in which they may import each other
    .target(name: "Groundwork"),
    .target(name: "Imaging", dependencies: ["CPNGBridge", "Groundwork"], swiftSettings: testable),
    .target(name: "Networks", dependencies: ["CKernels", "Groundwork", "Imaging"], swiftSettings: testable),
    .target(name: "Signs", dependencies: ["Groundwork", "Imaging"], swiftSettings: testable),
    .target(name: "Attacks", dependencies: ["Groundwork", "Imaging", "Networks"], swiftSettings: testable),
    .target(name: "Defenses", dependencies: ["Imaging", "Networks", "Attacks"]),
    .target(name: "Driving", dependencies: ["Groundwork", "Imaging", "Signs"], swiftSettings: testable),
    .target(name: "Records", dependencies: []),
    .target(
      name: "Experiments",
      dependencies: [
        "Groundwork", "Imaging", "Networks", "Signs", "Attacks", "Defenses", "Driving", "Records",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: testable
    ),
    .target(name: "Reporting", dependencies: ["Groundwork", "Imaging", "Records"]),

    // MARK: Command line
    .executableTarget(
      name: "stopline",
      dependencies: [
        "Groundwork", "Imaging", "Networks", "Signs", "Attacks", "Driving", "Records",
        "Experiments", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // MARK: Tests
    .target(
      name: "TestSupport", dependencies: ["Groundwork", "Imaging", "Networks"],
      path: "Tests/TestSupport"),
    .testTarget(name: "GroundworkTests", dependencies: ["Groundwork", "TestSupport"]),
    .testTarget(name: "ImagingTests", dependencies: ["Imaging", "Groundwork", "TestSupport"]),
    .testTarget(
      name: "NetworksTests", dependencies: ["Networks", "CKernels", "Groundwork", "TestSupport"]),
    .testTarget(
      name: "SignsTests", dependencies: ["Signs", "Imaging", "Groundwork", "TestSupport"]),
    .testTarget(
      name: "AttacksTests",
      dependencies: ["Attacks", "Networks", "Imaging", "Groundwork", "TestSupport"]),
    .testTarget(name: "DefensesTests", dependencies: ["Defenses", "Networks", "TestSupport"]),
    .testTarget(
      name: "DrivingTests",
      dependencies: ["Driving", "Signs", "Imaging", "Groundwork", "TestSupport"]),
    .testTarget(name: "RecordsTests", dependencies: ["Records", "TestSupport"]),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: [
        "Experiments", "Records", "Driving", "Attacks", "Networks", "Signs", "Imaging",
        "Groundwork", "TestSupport",
      ]),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "Records", "Imaging", "Groundwork", "TestSupport"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["stopline", "Networks", "Records", "Imaging", "Groundwork", "TestSupport"]),
  ]
)
