internal import Containers
internal import Tables

/// What stands around a table: the rows above it, the name of its file, the rest of its page.
struct Surroundings {
  let titles: [[String]]
  let path: String
  let page: PageSurroundings

  /// The first of several places that holds a value.
  func value(at places: [SchemaColumn.Elsewhere]) throws -> String? {
    for place in places {
      if let value = try value(at: place), !value.isEmpty { return value }
    }
    return nil
  }

  private func value(at place: SchemaColumn.Elsewhere) throws -> String? {
    switch place {
    case .title(let words): title(words)
    case .fileName(let digits): fileName(digits)
    case .page(let path): try page.text(path)
    }
  }

  /// What follows the words in their cell, or else in the next filled cell of the row.
  private func title(_ words: String) -> String? {
    for row in titles {
      for (index, cell) in row.enumerated() {
        guard let range = cell.firstRange(of: words) else { continue }
        let rest = Self.trimmed(cell[range.upperBound...])
        if !rest.isEmpty { return Self.code(at: rest) ?? rest }
        if let next = row[(index + 1)...].first(where: { !Self.trimmed($0[...]).isEmpty }) {
          return Self.trimmed(next[...])
        }
      }
    }
    return nil
  }

  /// A code that other words follow, as in `รหัสโรงเรียน 20010001 โรงเรียนวัดตัวอย่าง`.
  private static func code(at text: String) -> String? {
    let digits = text.prefix { "0"..."9" ~= $0 }
    return digits.count >= 6 ? String(digits) : nil
  }

  private static func trimmed(_ text: Substring) -> String {
    let kept = text.drop { $0.isWhitespace || $0 == ":" }
    return String(kept.reversed().drop { $0.isWhitespace }.reversed())
  }

  private func fileName(_ digits: Int) -> String? {
    let name = path.split(separator: "/").last ?? ""
    return name.split { !("0"..."9" ~= $0) }.first { $0.count == digits && !Self.isDay($0) }
      .map { String($0) }
  }

  /// Eight digits that are a day of a download, such as 20260610 or 10062569; no area has such schools.
  private static func isDay(_ digits: Substring) -> Bool {
    guard digits.count == 8 else { return false }
    return isDay(digits.prefix(4), digits.dropFirst(4).prefix(2), digits.suffix(2))
      || isDay(digits.suffix(4), digits.dropFirst(2).prefix(2), digits.prefix(2))
  }

  private static func isDay(_ year: Substring, _ month: Substring, _ day: Substring) -> Bool {
    guard let year = Int(year), let month = Int(month), let day = Int(day) else { return false }
    return (2015...2040 ~= year || 2558...2583 ~= year) && 1...12 ~= month && 1...31 ~= day
  }
}
