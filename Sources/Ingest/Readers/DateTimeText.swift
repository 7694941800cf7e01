internal import Tables

/// A day, or a day and a time, as XML formats write it: `2015-01-01`, `2015-01-01T08:30:00.000Z`.
struct DateTimeText {
  private let day: Day
  private let seconds: Int
  /// Days before the first of Excel's calendar stand for a time alone.
  private static let zero = [(1899, 12, 30), (1899, 12, 31)].compactMap {
    Day(year: $0.0, month: $0.1, day: $0.2)
  }
  private static let secondsPerDay = 86_400

  /// Nil when the bytes are written otherwise, or name no day of the calendar.
  init?(_ stored: Span<UInt8>) {
    guard stored.count <= 40 else { return nil }
    let bytes = stored.indices.map { stored[$0] }
    var end = bytes.count
    if end > 19, bytes[end - 1] == UInt8(ascii: "Z") { end -= 1 }
    let shape = "dddd-dd-ddTdd:dd:dd"
    guard end == 10 || end >= 19 else { return nil }
    for (place, letter) in shape.utf8.enumerated() where place < end {
      let byte = bytes[place]
      let isFitting =
        letter == UInt8(ascii: "d")
        ? byte.isDigit : byte == letter || (place == 10 && byte == UInt8(ascii: " "))
      guard isFitting else { return nil }
    }
    let number = { (place: Int) in Int(bytes[place] & 15) * 10 + Int(bytes[place + 1] & 15) }
    guard let day = Day(year: number(0) * 100 + number(2), month: number(5), day: number(8)) else {
      return nil
    }
    guard end > 10 else {
      (self.day, seconds) = (day, 0)
      return
    }
    guard number(11) < 24, number(14) < 60, number(17) < 60 else { return nil }
    var seconds = number(11) * 3600 + number(14) * 60 + number(17)
    if end > 19 {
      guard bytes[19] == UInt8(ascii: ".") || bytes[19] == UInt8(ascii: ","), end > 20 else {
        return nil
      }
      for place in 20..<end where !bytes[place].isDigit { return nil }
      // Excel stores parts of a day, and writes what they come to.
      if bytes[20] >= UInt8(ascii: "5") { seconds += 1 }
    }
    let isNextDay = seconds == Self.secondsPerDay
    self.day = isNextDay ? Day(number: day.number + 1) : day
    self.seconds = isNextDay ? 0 : seconds
  }

  /// Appends the day, with the time when there is one; or only the time, or hours beyond 24.
  func append(isDuration: Bool, countsFrom1904: Bool, to text: inout [UInt8]) {
    // Excel believes in 29 February 1900, so that its days before are one less.
    let first: Int32 = countsFrom1904 ? -24_107 : day.number < -25_508 ? -25_568 : -25_569
    let serial = Double(day.number - first) + Double(seconds) / Double(Self.secondsPerDay)
    if isDuration, ExcelDate.appendDuration(max(0, serial), to: &text) { return }
    let isTime = Self.zero.contains(day) || (countsFrom1904 && day.number == first && seconds > 0)
    if isTime {
      _ = ExcelDate.appendDuration(Double(seconds) / Double(Self.secondsPerDay), to: &text)
      return
    }
    text.append(contentsOf: day.iso.utf8)
    guard seconds > 0 else { return }
    text.append(UInt8(ascii: " "))
    _ = ExcelDate.appendDuration(Double(seconds) / Double(Self.secondsPerDay), to: &text)
  }
}
