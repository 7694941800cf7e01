package import Settings
internal import Tables

/// Writes a date as `YYYY-MM-DD` of the Common Era, from any form that files show.
///
/// DMC writes `dd/mm/BBBB` of the Buddhist era. Spreadsheets and people make of it serial numbers, years
/// of the Common Era, years of two digits and names of months. The day stands before the month unless
/// the year comes first; a month above twelve is not taken for a day, for then nothing would be certain.
/// Eight digits are a date as well: no number of them is one both from its year and from its day.
/// Before 2484 the year began on 1 April, so that its January belongs to the next year of the Common Era;
/// `april-years` counts so, for days on which schools were founded.
package struct BuddhistDate: Cleaner {
  package static let name = "buddhist-date"
  package static let summary =
    "Dates of the Buddhist era; years of two digits are read from 'two-digit-from' to 'two-digit-to', and with 'april-years' those before 2484 begin in April."
  package static let remarks = ["common-era", "two-digit-year", "unreadable"]

  /// Years of two digits that can only be 25xx for pupils (assumption, adjustable).
  private let twoDigits: ClosedRange<Int>
  private let hasAprilYears: Bool

  package init(_ settings: Settings, shelf: Shelf) throws {
    try settings.allow(only: ["two-digit-from", "two-digit-to", "april-years"])
    hasAprilYears = try settings["april-years"]?.flag ?? false
    let from = try settings["two-digit-from"]?.number ?? 30
    let to = try settings["two-digit-to"]?.number ?? 75
    guard 0 <= from, from <= to, to <= 99 else {
      throw settings.expected("years of two digits from the lower to the higher")
    }
    twoDigits = from...to
  }

  private enum Reading {
    case nothing, unreadable
    case day(Day, remark: String?, change: Change = .notation)
  }

  package func clean(_ cell: inout Cell) {
    switch read(cell.text) {
    case .nothing: cell.clear()
    case .unreadable: cell.remark("unreadable")
    case .day(let day, let remark, let change):
      let text = Array(day.iso.utf8)
      if let remark { cell.remark(remark) }
      guard text != cell.text else { return }
      var folded = cell.text
      folded.foldThaiDigits()
      let hadThaiDigits = folded != cell.text
      cell.write(text, change)
      if hadThaiDigits { cell.note(.thaiDigits) }
    }
  }

  private func read(_ text: [UInt8]) -> Reading {
    var text = text
    text.foldThaiDigits()
    let isZero = { (byte: UInt8) in Array("0 /-.:".utf8).contains(byte) }
    if text.allSatisfy(isZero) { return .nothing }
    if text.count == 8, text.isDigits { return readCompact(text) }
    if let number = Self.wholeNumber(text) { return Self.read(serial: number) }
    guard let fields = DateFields(text) else { return .unreadable }
    return read(fields)
  }

  /// `25591105` or `05112559`: from the year, or else from the day.
  ///
  /// What would be the month of the one is the century of the other, so that both never hold.
  private func readCompact(_ text: [UInt8]) -> Reading {
    let cuts = [[4, 6], [2, 4]]
    for cut in cuts {
      let parts = [text[..<cut[0]], text[cut[0]..<cut[1]], text[cut[1]...]]
      let joined = Array(parts.joined(separator: [UInt8(ascii: "/")]))
      if let fields = DateFields(joined), case .day(let day, let remark, let change) = read(fields)
      {
        return .day(day, remark: remark, change: change)
      }
    }
    return .unreadable
  }

  /// The number of a cell that holds nothing else; a time of day, as a fraction, is left away.
  private static func wholeNumber(_ text: [UInt8]) -> Int? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].count >= 5, parts.allSatisfy({ Array($0).isDigits }) else {
      return nil
    }
    return Int(String(decoding: parts[0], as: UTF8.self)) ?? Int.max
  }

  /// A spreadsheet's day number, which counts from 1899-12-30.
  ///
  /// Numbers near 240,000 come from a year of the Buddhist era that was typed as if it were of the
  /// Common Era; 543 years are taken from the calendar date, for the leap days differ.
  private static func read(serial number: Int) -> Reading {
    let epoch = -25_569
    switch number {
    case 20_000...60_000:
      return .day(Day(number: Int32(number + epoch)), remark: nil, change: .serial)
    case 182_623...271_741:
      let (year, month, day) = Day(number: Int32(number + epoch)).civil
      return Day(year: year - 543, month: month, day: day).map {
        .day($0, remark: nil, change: .serial)
      }
        ?? .unreadable
    default: return .unreadable
    }
  }

  private func read(_ fields: DateFields) -> Reading {
    let (numbers, widths) = (fields.numbers, fields.widths)
    if let month = fields.month {
      return read(year: numbers[1], width: widths[1], month: month, day: numbers[0])
    }
    if widths[0] == 4 {
      let reading = read(year: numbers[0], width: 4, month: numbers[1], day: numbers[2])
      // A year in front is the form of machines, where the Common Era is no surprise.
      if case .day(let day, _, _) = reading {
        return .day(day, remark: nil, change: numbers[0] >= 2400 ? .era : .notation)
      }
      return reading
    }
    return read(year: numbers[2], width: widths[2], month: numbers[1], day: numbers[0])
  }

  private func read(year: Int, width: Int, month: Int, day: Int) -> Reading {
    var (common, remark, change) = (year, String?.none, Change.notation)
    switch (width, year) {
    case (4, 2400...2643):
      let isAfterNewYear = hasAprilYears && year < 2483 && month <= 3
      common = year - (isAfterNewYear ? 542 : 543)
    case (4, 1857...2100): (remark, change) = ("common-era", .era)
    case (2, twoDigits):
      (common, remark, change) = (year + 2500 - 543, "two-digit-year", .twoDigitYear)
    default: return .unreadable
    }
    return Day(year: common, month: month, day: day).map {
      .day($0, remark: remark, change: change)
    } ?? .unreadable
  }
}

extension BuddhistDate {
  package static let examples = [
    CleanerExample("05/11/2559", becomes: "2016-11-05"),
    CleanerExample("5/1/2559", becomes: "2016-01-05"),
    CleanerExample("5-11-2559", becomes: "2016-11-05"),
    CleanerExample("5.11.2559", becomes: "2016-11-05"),
    CleanerExample("๐๕/๑๑/๒๕๕๙", becomes: "2016-11-05"),
    CleanerExample("05/11/2559 00:00:00", becomes: "2016-11-05"),
    CleanerExample("5 พ.ย. 2559", becomes: "2016-11-05"),
    CleanerExample("5พย2559", becomes: "2016-11-05"),
    CleanerExample("วันที่ 5 พฤศจิกายน พ.ศ. 2559", becomes: "2016-11-05"),
    CleanerExample("วันที่ 5 เดือน พฤศจิกายน พ.ศ. 2559", becomes: "2016-11-05"),
    CleanerExample("5 พ.ย. 59", becomes: "2016-11-05", says: ["two-digit-year"]),
    CleanerExample("05/11/59", becomes: "2016-11-05", says: ["two-digit-year"]),
    CleanerExample("05/11/2016", becomes: "2016-11-05", says: ["common-era"]),
    CleanerExample("5-Nov-2016", becomes: "2016-11-05", says: ["common-era"]),
    CleanerExample(stays: "2016-11-05"),
    CleanerExample("2016-11-05T00:00:00", becomes: "2016-11-05"),
    CleanerExample("2559-11-05", becomes: "2016-11-05"),
    CleanerExample("2482-05-05", becomes: "1939-05-05"),
    CleanerExample("05/01/2482", becomes: "1939-01-05"),
    CleanerExample("05/01/2482", becomes: "1940-01-05", with: .map(["april-years": "true"])),
    CleanerExample("05/05/2482", becomes: "1939-05-05", with: .map(["april-years": "true"])),
    CleanerExample("05/01/2484", becomes: "1941-01-05", with: .map(["april-years": "true"])),
    CleanerExample("29/02/2482", becomes: "1940-02-29", with: .map(["april-years": "true"])),
    CleanerExample("16 พฤษภาคม 2503", becomes: "1960-05-16"),
    CleanerExample("42005", becomes: "2015-01-01"),
    CleanerExample("42005.5", becomes: "2015-01-01"),
    CleanerExample("240332", becomes: "2015-01-01"),
    CleanerExample("29/02/2559", becomes: "2016-02-29"),
    CleanerExample(stays: "29/02/2560", says: ["unreadable"]),
    CleanerExample(stays: "241121", says: ["unreadable"]),
    CleanerExample("0", becomes: ""),
    CleanerExample("00/00/0000", becomes: ""),
    CleanerExample(stays: "00/00/2559", says: ["unreadable"]),
    CleanerExample(stays: "31/04/2559", says: ["unreadable"]),
    CleanerExample(stays: "11/25/2016", says: ["unreadable"]),
    CleanerExample(stays: "05/11/16", says: ["unreadable"]),
    CleanerExample(
      "05/11/20", becomes: "1977-11-05", says: ["two-digit-year"],
      with: .map(["two-digit-from": "20"])),
    CleanerExample(stays: "05/11", says: ["unreadable"]),
    CleanerExample(stays: "ไม่ทราบ", says: ["unreadable"]),
    CleanerExample("25591105", becomes: "2016-11-05"),
    CleanerExample("20161105", becomes: "2016-11-05"),
    CleanerExample("05112559", becomes: "2016-11-05"),
    CleanerExample("๐๕๑๑๒๕๕๙", becomes: "2016-11-05"),
    CleanerExample("05112016", becomes: "2016-11-05", says: ["common-era"]),
    CleanerExample("29022559", becomes: "2016-02-29"),
    CleanerExample(stays: "29022560", says: ["unreadable"]),
    CleanerExample(stays: "5112559", says: ["unreadable"]),
    CleanerExample(stays: "99999999", says: ["unreadable"]),
  ]
}
