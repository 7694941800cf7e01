internal import Tables

/// The date and time at which an export was made, as its title rows give it.
enum Stamp {
  /// Finds one of the words, and the date and time that follow it, in `YYYY-MM-DD hh:mm:ss`.
  static func find(in rows: some Sequence<[String]>, words: [String]) -> String? {
    // A cell without a dash holds no date, and most cells have none.
    for cell in rows.joined() where cell.utf8.count > 10 && cell.utf8.contains(0x2D) {
      for word in words {
        guard let range = cell.firstRange(of: word) else { continue }
        if let stamp = stamp(cell[range.upperBound...]) { return stamp }
      }
    }
    return nil
  }

  private static func stamp(_ text: Substring) -> String? {
    let parts = text.split { $0 == " " || $0 == "T" || $0 == "\u{A0}" }
    guard let date = parts.firstIndex(where: { Day(iso: $0) != nil }),
      let day = Day(iso: parts[date])
    else { return nil }
    let time = date + 1 < parts.count ? parts[date + 1].prefix { $0 != "." } : ""
    let isTime = time.split(separator: ":").count == 3
    return isTime ? "\(day.iso) \(time)" : "\(day.iso) 00:00:00"
  }
}
