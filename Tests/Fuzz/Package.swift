// swift-tools-version: 6.1
import PackageDescription

/// A target that libFuzzer drives: it has `LLVMFuzzerTestOneInput` where a program has its beginning.
func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: ["Harness", "Imaging"], swiftSettings: [.unsafeFlags(["-parse-as-library"])])
}

// The rooms are links to the project's own: built anew with libFuzzer's instruments, and nothing of it in the project.
let package = Package(
  name: "stopline-fuzz",
  platforms: [.macOS(.v15)],
  targets: [
    .systemLibrary(name: "CPNG", pkgConfig: "libpng"),
    .target(name: "CPNGBridge", dependencies: ["CPNG"]),
    .systemLibrary(name: "CJPEG", pkgConfig: "libturbojpeg"),
    .target(name: "Groundwork"),
    .target(name: "Imaging", dependencies: ["CPNGBridge", "CJPEG", "Groundwork"]),
    .target(name: "Harness", dependencies: ["Groundwork", "Imaging"]),
    fuzzer("FuzzPNG"),
    fuzzer("FuzzJPEG"),
    fuzzer("FuzzNetpbm"),
  ]
)
