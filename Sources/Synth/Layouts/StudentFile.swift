package import Tables

/// A file with the lists of one or two schools: what stands above, between and below the pupils.
package struct StudentFile: Sendable {
  package let format: FileFormat
  /// Below the folder of inputs.
  package let path: String
  /// Empty where the file has no stamp.
  package let stamp: String
  package let stampDay: Day

  /// The number tells the files of an office apart in the time of their export.
  package init(
    _ format: FileFormat, schools: [SyntheticSchool], number: Int, settings: SynthSettings
  ) {
    self.format = format
    let codes = schools.map { $0.code }.joined(separator: "-")
    path = "dmc/\(settings.year)-\(settings.term)-student-\(codes).\(format.suffix)"
    stampDay = Day(number: settings.asOf.number - (format.isOlder ? 1 : 0))
    let (minute, second) = (number / 48 % 60, 12 + number % 48)
    let micro = 244_315 + number * 7919 % 700_000
    stamp =
      format.hasStamp
      ? "\(stampDay.iso) 02:\(Digits.padded(minute, to: 2)):\(second).\(micro)" : ""
  }

  package func make(
    _ rolls: [Roll], pairs: [Pair], settings: SynthSettings, using generator: SeededGenerator,
    truth: inout Truth
  ) -> SyntheticFile {
    var writer = RollWriter(
      settings, pairs: pairs, file: path, stampDay: stampDay, hasSkills: format.hasSkills,
      using: generator)
    let bytes =
      switch format.container {
      case .workbook(let numbers, let hasDayCells):
        fill(
          WorkbookSheet(numbers: numbers, hasDayCells: hasDayCells), rolls, &writer, settings,
          &truth)
      case .text(let separator, let newline, let encoding):
        fill(
          DelimitedSheet(separator: separator, newline: newline, encoding: encoding), rolls,
          &writer, settings, &truth)
      }
    return SyntheticFile(path: "input/" + path, bytes: bytes)
  }

  private func fill(
    _ empty: some Sheet, _ rolls: [Roll], _ writer: inout RollWriter, _ settings: SynthSettings,
    _ truth: inout Truth
  ) -> [UInt8] {
    var sheet = empty
    if format.hasTitle {
      let title = "รายชื่อนักเรียน ปีการศึกษา \(settings.year) ครั้งที่ \(settings.term)"
      _ = sheet.append(Row([title]))
    }
    if format.hasStamp { _ = sheet.append(stampRow) }
    _ = sheet.append(Row(format.columns.map { $0.header }))
    for roll in rolls {
      writer.write(
        roll, blanksAfter: format.hasBlankRows ? blanks : [:], to: &sheet, truth: &truth)
    }
    if format.hasTotal {
      let pupils = rolls.reduce(0) { $0 + $1.registrations.count }
      _ = sheet.append(Row(["รวม", "\(pupils) คน"]))
    }
    return sheet.finish()
  }

  /// A row of separators, and an empty line.
  private var blanks: [Int: Row] {
    [10: Row(Self.emptyCells(format.columns.count)), 20: Row([])]
  }

  private var stampRow: Row {
    let text = "วันและเวลาที่สร้างรายงาน " + stamp
    return Row([text] + Self.emptyCells(format.padsStamp ? format.columns.count - 1 : 0))
  }

  private static func emptyCells(_ count: Int) -> [String] { Array(repeating: "", count: count) }
}
