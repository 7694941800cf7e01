import Tables
import Testing

@Suite struct MaskTests {
  @Test(arguments: [
    ("1100000000016", PrivacyClass.identifier, "x-xxxx-xxxx0-01-6"),
    ("G644200000001", .identifier, "Gxxxxxxxx0001"), ("123", .identifier, "xxx"),
    ("1.10000E+12", .identifier, "xxxxxxxE+12"), ("สมชาย", .name, "ส…"),
    ("05/11/2559", .sensitive, "…"), ("ป.3", .open, "ป.3"), ("", .sensitive, ""),
    ("1100000000016", .open, "x-xxxx-xxxx0-01-6"),
    ("1-1000-00000-01-6", .open, "xxxxxxxxxxxxx01-6"), ("G644200000001", .open, "Gxxxxxxxx0001"),
    ("20010001", .open, "20010001"), ("05/11/2559", .open, "…"), ("เกิด 5 พ.ย. 2559", .open, "…"),
    ("๐๕-๑๑-๕๙", .open, "…"), ("2016-11-05 00:00:00", .open, "…"), ("ม.1/2", .open, "ม.1/2"),
    ("1/2569", .open, "1/2569"), ("สปช.105/29", .open, "สปช.105/29"), ("12/3", .open, "12/3"),
    ("พ.ศ. 2558", .open, "พ.ศ. 2558"), ("10 เครื่อง 20", .open, "10 เครื่อง 20"),
    ("0-2-1", .open, "0-2-1"), ("12/3-45", .open, "12/3-45"), ("5 ก.พ. 59", .open, "…"),
  ])
  func showsADirectorOnlyWhatIsOpen(value: String, privacy: PrivacyClass, shown: String) {
    #expect(Mask.masked(value, privacy, for: .director) == shown)
    #expect(Mask.masked(value, privacy, for: .officer) == value)
  }

  /// Dashes, blanks and strokes of every kind: en dash, minus, no-break, thin and zero-width space, and others.
  @Test(arguments: [
    "1–9901–00000–01–6", "1−9901−00000−01−6", "1\u{A0}9901\u{2009}00000 01\t6",
    "1.9901.00000.01.6", "1_9901_00000_01_6", "1/9901/00000/01/6", "1\\9901\\00000\\01\\6",
    "1\u{200B}9901\u{FEFF}00000\u{AD}01 – 6", "เลข 1 . 9901 . 00000 . 01 . 6",
    "1,990,100,000,016", "(1)990100000016", "1;990;100;000;016", "1'990'100'000'016",
    "=1+9901+00000+01+6", "๑–๙๙๐๑–๐๐๐๐๐–๐๑–๖", "G–64–42–0000–0001", "１９９０１０００００ ０１６",
  ])
  func whateverStandsBetweenTheDigitsOfAnIdentifierItIsMasked(_ value: String) {
    #expect(Mask.holdsIdentifier(value))
    for audience in [Audience.director, .school] {
      let shown = Mask.masked(value, .open, for: audience)
      #expect(shown.hasPrefix("x") || shown.hasPrefix("G"), "\(shown)")
      #expect(shown.unicodeScalars.count { $0.properties.numericType != nil } <= 4, "\(shown)")
    }
  }

  @Test(arguments: [
    "05/11/2560", "05 – 11 – 2560", "081-234-5678", "02 123 4567", "+66 81 234 5678", "2569/1",
    "110000000001", "123456 บาท 1234567", "2026-06-10T02:00:00", "10/06/2569 02:00:00",
  ])
  func aDateOrATelephoneNumberIsNoIdentifier(_ value: String) {
    #expect(!Mask.holdsIdentifier(value))
  }

  @Test func aColumnOfDatesThatEverybodyMayKnowIsShown() {
    #expect(Mask.masked("16/05/2503", .open, for: .director, isDate: true) == "16/05/2503")
  }

  /// A rule may ask for more than the column does, and never for less.
  @Test(arguments: [
    (PrivacyClass?.none, "ลาว", Finding.Facts.text("ลาว")), (.sensitive, "…", .text("ลาว")),
    (.open, "…", .quoted("ลาว", column: 1)), (nil, "…", .quoted("ลาว", column: 1)),
    (.sensitive, "…", .quoted("ป.3", column: 0)), (nil, "ป.3", .quoted("ป.3", column: 0)),
    (nil, "2.5", .hundredths(250, 5)), (nil, "5112558", .number(5_112_558)),
    (nil, "x-xxxx-xxxx0-01-6", .numbers(1_100_000_000_016, 2)),
    (nil, "xxxxxxxxxxx16.5", .hundredths(110_000_000_001_650, 2)), (.sensitive, "…", .number(5)),
  ])
  func factsAreMaskedLikeTheirColumnAndTheirRule(
    privacy: PrivacyClass?, shown: String, facts: Finding.Facts
  ) {
    let columns = [("grade", PrivacyClass.open), ("nationality", .sensitive)].map {
      SchemaColumn(name: $0, label: LocalizedText($0), privacy: $1, headers: [$0])
    }
    let schema = Schema(
      name: "s", title: LocalizedText("s"), columns: columns, minimumHeaders: 1)
    let texts = facts.texts(of: schema, privacy, for: .director, hidesValues: false)
    #expect(texts.first == shown)
    #expect(facts.texts(of: schema, privacy, for: .officer, hidesValues: false) == facts.texts)
    let moved = facts.texts(of: schema, privacy, for: .director, hidesValues: true)
    if case .text = facts {
      #expect(moved == texts)
    } else {
      #expect(moved.allSatisfy { $0 == "…" })
    }
  }
}
