/// A setting's value as records keep it.
package enum SettingValue: Sendable, Hashable {
  case count(Int)
  case number(Double)
  case word(String)
}
