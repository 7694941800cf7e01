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
    ("20010001", .open, "20010001"),
  ])
  func showsADirectorOnlyWhatIsOpen(value: String, privacy: PrivacyClass, shown: String) {
    #expect(Mask.masked(value, privacy, for: .director) == shown)
    #expect(Mask.masked(value, privacy, for: .officer) == value)
  }
}
