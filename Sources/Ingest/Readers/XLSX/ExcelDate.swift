internal import Tables

/// Excel's serial numbers as dates and times (ECMA-376-1 18.17.4).
///
/// A year of the Buddhist era that was typed as if it were one of the Common Era stays what it is
/// (serial 240,332 is 2558-01-01): what was meant is for another room to say.
struct ExcelDate {
  /// The workbook counts from 1904-01-01, as old Macintosh programs did.
  let countsFrom1904: Bool

  private static let secondsPerDay = 86_400
  /// The day after 9999-12-31 in the system of 1900.
  private static let end1900 = 2_958_466
  private static let daysBetween = 1462

  /// Appends `YYYY-MM-DD`, with ` hh:mm:ss` when there is a part of a day, or only that below 1; false
  /// when the number is no date, as a negative one.
  func append(_ serial: Double, to text: inout [UInt8]) -> Bool {
    guard serial >= 0, serial < Double(Self.end1900) else { return false }
    let total = Int((serial * Double(Self.secondsPerDay)).rounded())
    let (day, seconds) = total.quotientAndRemainder(dividingBy: Self.secondsPerDay)
    guard day < Self.end1900 - (countsFrom1904 ? Self.daysBetween : 0) else { return false }
    if day == 0, seconds > 0 || !countsFrom1904 {
      Self.appendTime(seconds, to: &text)
      return true
    }
    appendDay(day, to: &text)
    if seconds > 0 {
      text.append(UInt8(ascii: " "))
      Self.appendTime(seconds, to: &text)
    }
    return true
  }

  /// Appends a length of time as hours, minutes and seconds, such as `36:00:00`.
  static func appendDuration(_ serial: Double, to text: inout [UInt8]) -> Bool {
    guard serial >= 0, serial < Double(end1900) else { return false }
    appendTime(Int((serial * Double(secondsPerDay)).rounded()), to: &text)
    return true
  }

  private func appendDay(_ day: Int, to text: inout [UInt8]) {
    // Excel believes in 29 February 1900, so that its days before are one less.
    if !countsFrom1904, day == 60 {
      Self.append(year: 1900, month: 2, day: 29, to: &text)
      return
    }
    let from1970 = countsFrom1904 ? day - 24_107 : day - (day < 60 ? 25_568 : 25_569)
    let date = Day(number: Int32(from1970)).civil
    Self.append(year: date.year, month: date.month, day: date.day, to: &text)
  }

  private static func append(year: Int, month: Int, day: Int, to text: inout [UInt8]) {
    appendTwo(year / 100, to: &text)
    appendTwo(year % 100, to: &text)
    text.append(UInt8(ascii: "-"))
    appendTwo(month, to: &text)
    text.append(UInt8(ascii: "-"))
    appendTwo(day, to: &text)
  }

  private static func appendTime(_ seconds: Int, to text: inout [UInt8]) {
    let hours = seconds / 3600
    if hours < 100 {
      appendTwo(hours, to: &text)
    } else {
      text.append(contentsOf: Array(String(hours).utf8))
    }
    text.append(UInt8(ascii: ":"))
    appendTwo(seconds / 60 % 60, to: &text)
    text.append(UInt8(ascii: ":"))
    appendTwo(seconds % 60, to: &text)
  }

  private static func appendTwo(_ number: Int, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "0") + UInt8(number / 10))
    text.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
