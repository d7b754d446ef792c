import ArgumentParser
import Experiments
import Foundation
import Networks
import Records
import Reporting

/// `stopline bench kernels`: each layer by each algorithm, beside what the processor can do.
struct BenchKernels: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernels", abstract: "Time each layer by each algorithm on one core, beside the processor's peak.",
    discussion: """
      GFLOP/s count two operations a multiply-add of the direct algorithm; executed are those that were done, of which
      Winograd's needs fewer. The peak is measured, not looked up: multiply-adds on registers. With --out, kernels.json and a
      roofline, roofline.png, are kept.
      """)

  @Option(help: ArgumentHelp("Images a call.", valueName: "n"))
  var images = 64

  @Option(help: ArgumentHelp("How long each figure is measured.", valueName: "s"))
  var seconds = 0.3

  @Option(help: ArgumentHelp("The folder for the record and the roofline; made if missing.", valueName: "dir"))
  var out: String?

  @Flag(help: "Print the record instead of the table.")
  var json = false

  @OptionGroup var model: ModelOptions
  @OptionGroup var kernel: KernelOptions

  func validate() throws {
    guard (1...4096).contains(images) else { throw ValidationError("--images is \(images); give 1 to 4096.") }
    guard (0.001...600).contains(seconds) else { throw ValidationError("--seconds is \(seconds); give 0.001 to 600.") }
  }

  func run() throws {
    let folder = try out.map(OutputFolder.init)
    let network = try ModelFile.read(try model.path()).network
    let bench = KernelBench(network, kernel: kernel.kernel, seconds: seconds) { ProcessInfo.processInfo.systemUptime }
    let record = bench.record(images: images)
    let report = KernelReport(record)
    if let folder {
      try folder.write(record, as: "kernels.json")
      try folder.write(report.roofline.rendered(), as: "roofline.png", maker: "stopline bench kernels")
    }
    if json {
      try Terminal.print(try RecordEncoding.document(record))
    } else {
      try Terminal.print(report.table.text(Terminal.style))
      try Terminal.print(report.total)
      try Terminal.print(report.limits)
    }
  }
}
