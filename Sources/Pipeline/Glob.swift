/// A pattern of paths: `*` and `?` stay within a folder's name, `**` spans folders.
package struct Glob: Sendable {
  private let parts: [[Character]]

  package init(_ pattern: String) {
    parts = pattern.split(separator: "/").map { Array($0) }
  }

  package func fits(_ path: String) -> Bool {
    Self.fits(path.split(separator: "/").map { Array($0) }[...], parts[...])
  }

  private static func fits(
    _ names: ArraySlice<[Character]>, _ parts: ArraySlice<[Character]>
  ) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    if part == ["*", "*"] {
      return (names.startIndex...names.endIndex).contains {
        fits(names[$0...], parts.dropFirst())
      }
    }
    guard let name = names.first else { return false }
    return fits(name: name[...], part[...]) && fits(names.dropFirst(), parts.dropFirst())
  }

  /// Greedy with one place to return to, so that no pattern takes more than length × length steps.
  private static func fits(name: ArraySlice<Character>, _ part: ArraySlice<Character>) -> Bool {
    var (i, j) = (name.startIndex, part.startIndex)
    var back: (i: Int, j: Int)?
    while i < name.endIndex {
      if j < part.endIndex, part[j] == "*" {
        back = (i, j)
        j += 1
      } else if j < part.endIndex, part[j] == "?" || part[j] == name[i] {
        (i, j) = (i + 1, j + 1)
      } else if let last = back {
        (i, j) = (last.i + 1, last.j + 1)
        back = (i, last.j)
      } else {
        return false
      }
    }
    return part[j...].allSatisfy { $0 == "*" }
  }
}
