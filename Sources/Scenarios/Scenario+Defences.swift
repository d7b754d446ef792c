import Defenses
import Settings

extension Scenario {
  /// The least confidence of a reading that counts: the threshold of the first rejection among the defences, 0 where there
  /// is none.
  var rejectionThreshold: Double {
    get { defences.methods.lazy.compactMap { ($0 as? Rejection)?.threshold }.first ?? 0 }
    set {
      let rejection = Rejection(threshold: newValue)
      if let place = defences.methods.firstIndex(where: { $0 is Rejection }) {
        defences.methods[place] = rejection
      } else {
        defences.methods.insert(rejection, at: 0)
      }
    }
  }
}

extension DefenseStack {
  /// - Parameter text: `none`, or defences with commas between them.
  init(scenario text: String) throws(SettingProblem) {
    try self.init(reading: try SettingCall.list(text))
  }
}
