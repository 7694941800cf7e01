import Tables

/// Days, read from `YYYY-MM-DD` of the Common Era.
struct DateLens: Lens {
  private var days: [Day] = []
  private var missing = Bitmap()

  mutating func take(_ cell: Cell) -> Bool {
    let day = Self.day(cell.text)
    days.append(day ?? Day(number: 0))
    missing.append(day == nil)
    return day != nil || cell.text.isEmpty
  }

  func values(rows: Codes) -> CleanColumn.Values {
    .date(DateColumn(rows: rows, days: days, missing: missing))
  }

  static func day(_ text: [UInt8]) -> Day? {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else {
      return nil
    }
    let number = { (range: Range<Int>) -> Int? in
      var number = 0
      for index in range {
        let digit = text[index] &- UInt8(ascii: "0")
        guard digit <= 9 else { return nil }
        number = number * 10 + Int(digit)
      }
      return number
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    return Day(year: year, month: month, day: day)
  }
}
