import Testing

@Suite("Help, version and wrong usage")
struct UsageTests {
  static let commands = [
    "drive", "check", "attack", "attacks", "tune", "classify", "evaluate", "train", "render", "gallery", "bench",
  ]

  @Test func versionGoesToStandardOutput() throws {
    let run = try RunningCommand("--version")
    #expect(run.exitCode == 0)
    #expect(run.standardOutput.split(separator: ".").count == 3)
    #expect(run.standardError.isEmpty)
  }

  @Test func helpNamesEveryCommand() throws {
    let run = try RunningCommand("--help")
    #expect(run.exitCode == 0)
    for command in Self.commands { #expect(run.standardOutput.contains("  \(command) "), "\(command)") }
  }

  @Test("a command's help shows how it is called", arguments: commands)
  func helpHasAnExample(_ command: String) throws {
    let run = try RunningCommand(command, "--help")
    #expect(run.exitCode == 0)
    #expect(run.standardOutput.contains("USAGE: stopline \(command)"))
    if command != "bench" { #expect(run.standardOutput.contains("  stopline \(command) ")) }
  }

  @Test(
    "wrong usage is told on standard error, with the usage",
    arguments: [
      (["fly"], "Unexpected argument 'fly'"),
      (["drive"], "Missing expected argument '<scenario>"),
      (["drive", "a.yaml", "--fast"], "Unknown option '--fast'"),
      (["drive", "a.yaml", "--seeds", "0"], "--seeds is 0; give 1 to 1000000."),
      (["drive", "a.yaml", "--quiet", "--progress", "plain"], "--quiet and --progress are two answers"),
      (["drive", "a.yaml", "--progress", "loud"], "'loud'"),
      (["check"], "Name what to check: scenario files, or --reference"),
      (["drive", "a.yaml", "--threads", "0"], "--threads is 0; give 1 to 1024."),
      (["drive", "a.yaml", "--seed", "-1"], "'--seed"),
      (["drive", "a.yaml", "--fail-on", "rain"], "'rain'"),
      (["attack", "magic", "a.png"], "The method is 'magic', which is no attack; there are fgsm, pgd"),
      (["attack", "jmsa", "a.png"], "did you mean 'jsma'?"),
      (["attack", "--target", "yield", "jsma", "a.png"], "Name the method before --target: fgsm, pgd"),
      (["attack", "jsma", "a.png", "--features", "2"], "--features is '2'; it must be 0 to 100 %."),
      (["attack", "jsma", "a.png", "--theta", "-1"], "--theta is '-1'; it must be above 0 and at most 1."),
      (["attack", "jsma", "a.png", "--epsilon", "1/255"], "Unknown option '--epsilon'"),
      (["attack", "noise", "a.png", "--l2", "3"], "--l2 does nothing here, it is for norm l2; remove it."),
      (["attack", "fgsm", "a.png", "--epsilon", "nan"], "--epsilon is 'nan', which is no number"),
      (["attack", "pgd", "a.png", "--steps", "0"], "--steps is '0'; it must be 1 to 100000."),
      (["attack", "pgd", "a.png", "--start", "rand"], "--start is 'rand'"),
      (["attacks", "--json", "--markdown"], "--json and --markdown are two forms"),
      (["classify", "a.png", "--threshold", "nan"], "--threshold is nan; give a share from 0 to 1."),
      (["classify", "a.png", "--kernel", "fast"], "'fast'"),
      (["classify", "a.png", "--algorithm", "winograd8"], "'winograd8'"),
      (["bench", "attacks", "--images", "a", "--attack", "jsma,magic"], "--attack is 'magic', which is no attack"),
      (
        ["bench", "attacks", "--images", "a", "--attack", "pgd(steps=0)"],
        "--attack is 'pgd(steps=0)': steps is '0'; it must be 1 to 100000."
      ),
      (["bench", "kernels", "--images", "0"], "--images is 0; give 1 to 4096."),
      (["evaluate"], "Name the photographs: --data DIR, or --test DIR --labels FILE."),
      (["evaluate", "--test", "a"], "--test and --labels go together"),
      (["train", "--data", "a", "--data", "b", "--out", "m"], "--data names 2 folders"),
      (["train", "--data", "a", "--out", "m", "--held-out", "0.9"], "--held-out is 0.9; give a share"),
      (["train", "--data", "rendered", "--out", "m", "--rendered-share", "2"], "--rendered-share is 2.0; give"),
      (["train", "--data", "rendered", "--out", "m", "--pictures", "0"], "--pictures is 0; give 1 to"),
      (["train", "--data", "a", "--out", "m", "--balance", "fair"], "'fair'"),
      (["tune", "--data", "a", "--attack", "jsma,magic"], "--attack is 'magic', which is no attack"),
      (
        ["tune", "--data", "a", "--max-false-reject", "2"], "The value '2' is invalid for '--max-false-reject <share>'"
      ),
    ])
  func wrongUsage(_ arguments: [String], _ sentence: String) throws {
    let run = try RunningCommand(arguments)
    #expect(run.exitCode == 64)
    #expect(run.standardOutput.isEmpty)
    #expect(run.standardError.hasPrefix("stopline: "))
    #expect(run.standardError.contains(sentence), "\(run.standardError)")
  }

  @Test("a kernel of another processor is refused with those that there are")
  func unavailableKernel() throws {
    #if arch(x86_64)
      let foreign = "neon"
    #else
      let foreign = "avx512"
    #endif
    let run = try RunningCommand("classify", Project.stopFace, "--kernel", foreign)
    #expect(run.exitCode == 64)
    #expect(run.standardError.contains("--kernel is \(foreign), which this processor or build lacks"))
    #expect(run.standardError.contains("portable"))
  }

  @Test("an unknown class is told with the nearest one")
  func unknownClass() throws {
    let run = try RunningCommand("attack", "jsma", Project.stopFace, "--target", "yeild")
    #expect(run.exitCode == 64)
    #expect(run.standardError.contains("\"yeild\"") && run.standardError.contains("yield"))
  }
}
