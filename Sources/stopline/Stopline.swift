import ArgumentParser

@main
struct Stopline: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "A traffic-sign recognition simulator.")
}
