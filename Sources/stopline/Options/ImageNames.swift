/// The names that pictures get in a folder of results: their files' names without the ending, told apart by a number
/// where two are the same.
struct ImageNames {
  /// One a path, in order; no two are the same.
  let names: [String]

  init(of paths: [String]) {
    var taken: Set<String> = []
    names = paths.map { path in
      let file = path.split(separator: "/").last.map(String.init) ?? path
      let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
      let base = stem.isEmpty ? "image" : stem
      var name = base
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(base)-\(number)"
        number += 1
      }
      return name
    }
  }
}
