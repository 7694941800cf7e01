internal import Tables

/// The names of the files that are made for each school: its code, as far as a file may be called so.
///
/// A school that only rows name is called what they say, which may be anything.
struct SchoolFileNames {
  private var names: [String] = []

  init(_ figures: Figures) {
    var taken: [String: Int] = [:]
    for school in figures.linked.schools {
      let plain = String(school.code.unicodeScalars.filter { Self.isPlain($0) }.prefix(20))
      let name = plain.isEmpty ? "unknown" : plain
      let count = taken[name, default: 0] + 1
      taken[name] = count
      names.append(count == 1 ? name : "\(name)-\(count)")
    }
  }

  subscript(school: Int) -> String { names[school] }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
