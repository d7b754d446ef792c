import Foundation
import Settings
import Testing

@testable import Attacks

@Suite("Attacks written on one line")
struct CatalogueReadingTests {
  private func refusal(_ text: String) -> String? {
    do {
      _ = try AttackCatalogue.attack(text)
      return nil
    } catch {
      return error.text
    }
  }

  @Test func settingsFindTheirPlace() throws {
    let attack = try #require(
      try AttackCatalogue.attack("pgd(epsilon=4/255, step_size = 0.5 %,steps=10, start=clean)")
        as? ProjectedGradientDescent)
    #expect(attack.epsilon == 4.0 / 255)
    #expect(attack.stepSize == 0.005)
    #expect(attack.steps == 10)
    #expect(attack.start == .clean)
    #expect(try AttackCatalogue.attack(" jsma ") is JacobianSaliencyMap)
  }

  @Test("a share may be written as levels, in percent or as a number", arguments: ["51/255", "20 %", "0.2", "20%"])
  func shares(_ text: String) throws {
    let attack = try #require(try AttackCatalogue.attack("fgsm(epsilon=\(text))") as? FastGradientSign)
    #expect(abs(attack.epsilon - 0.2) < 1e-12)
  }

  @Test(
    "mistakes are told with what to do",
    arguments: [
      ("jmsa", "is 'jmsa', which is no attack; did you mean 'jsma'?"),
      ("magic", "is 'magic', which is no attack; there are fgsm, pgd, "),
      ("pgd(", "is 'pgd('; write a name, or name(setting=value, ...)."),
      ("pgd(steps)", "is 'pgd(steps)'; write a name, or name(setting=value, ...)."),
      ("pgd(steps=0)", "is 'pgd(steps=0)': steps is '0'; it must be 1 to 100000."),
      ("pgd(steps=1, steps=2)", "is 'pgd(steps=1, steps=2)': steps stands there twice; keep one of the two."),
      ("pgd(step=1)", "is 'pgd(step=1)': step is no setting of pgd; did you mean 'steps'?"),
      ("jsma(theta=0)", "is 'jsma(theta=0)': theta is '0'; it must be above 0 and at most 1."),
      (
        "trial-and-error(epsilon=1/255)",
        "is 'trial-and-error(epsilon=1/255)': epsilon is a setting of fgsm, pgd"
      ),
      (
        "noise(l2=3)", "is 'noise(l2=3)': l2 does nothing here, it is for norm l2; remove it."
      ),
    ])
  func refusals(_ text: String, _ sentence: String) {
    #expect(refusal(text)?.hasPrefix(sentence) == true, "\(refusal(text) ?? "read")")
  }

  @Test("the reference page is in step; set STOPLINE_RECORD=1, or run `stopline attacks --markdown`, to write it anew")
  func page() throws {
    let path = URL(fileURLWithPath: #filePath).appendingPathComponent(
      "../../../Sources/Attacks/Attacks.docc/Attacks.md"
    )
    .standardizedFileURL.path
    if ProcessInfo.processInfo.environment["STOPLINE_RECORD"] != nil {
      try AttackCatalogue.page.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == AttackCatalogue.page)
  }
}
