import Synchronization
import Testing

@testable import stopline

@Suite("How far a command is")
struct ProgressLineTests {
  /// What a line writes while the clock goes on as it is told.
  private final class Watch: Sendable {
    let time = Mutex(0.0)
    let text = Mutex("")

    func line(_ style: ProgressStyle, isWatched: Bool = true) -> ProgressLine {
      ProgressLine(
        "Driving", style: style, isWatched: isWatched, clock: { self.time.withLock { $0 } },
        write: { text in self.text.withLock { $0 += text } })
    }

    var written: String { text.withLock { $0 } }

    func wait(_ seconds: Double) { time.withLock { $0 += seconds } }
  }

  @Test("a watched line is written over and taken away at the end")
  func watched() {
    let watch = Watch()
    do {
      var line = watch.line(.auto)
      watch.wait(2)
      line.show(5, of: 20)
      watch.wait(6)
      line.show(20, of: 20)
    }
    #expect(watch.written == "\rDriving: 5 of 20, 6 s left\rDriving: 20 of 20         \r                 \r")
  }

  @Test("nobody who does not watch is told, unless in plain lines", arguments: [ProgressStyle.auto, .none])
  func unwatched(_ style: ProgressStyle) {
    let watch = Watch()
    var line = watch.line(style, isWatched: false)
    watch.wait(60)
    line.show(1, of: 2)
    #expect(watch.written.isEmpty)
  }

  @Test("plain lines come every few seconds, each with its end")
  func plain() {
    let watch = Watch()
    var line = watch.line(.plain, isWatched: false)
    for done in 1...12 {
      watch.wait(1)
      line.show(done, of: 12)
    }
    #expect(watch.written == "Driving: 5 of 12, 7 s left\nDriving: 10 of 12, 2 s left\n")
  }
}
