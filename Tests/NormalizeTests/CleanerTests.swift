import Normalize
import Settings
import Tables
import TestKit
import Testing

/// Every cleaner does what its examples say, and keeps the laws of cleaning.
struct CleanerTests {
  static let names = allCleaners.map { $0.name }

  static func cleaner(_ name: String) throws -> any Cleaner.Type {
    try #require(allCleaners.first { $0.name == name })
  }

  @Test func theListNamesEveryFileOfTheFolder() throws {
    let types = allCleaners.map { "\($0)" }
    #expect(types.sorted() == (try RoomFolder.files("Cleaners")))
    #expect(Set(Self.names).count == Self.names.count)
  }

  @Test(arguments: names) func doesWhatItsExamplesSay(_ name: String) throws {
    let type = try Self.cleaner(name)
    #expect(!type.summary.isEmpty && type.examples.count >= 5)
    for example in type.examples {
      let cleaner = try type.init(example.settings, shelf: example.shelf)
      var cell = Cell(example.raw)
      cleaner.clean(&cell)
      let raw = Comment(rawValue: String(decoding: example.raw, as: UTF8.self))
      #expect(String(decoding: cell.text, as: UTF8.self) == example.clean, raw)
      #expect(Array(cell.text) == Array(example.clean.utf8), raw)
      #expect(cell.remarks == example.remarks, raw)
    }
  }

  @Test(arguments: names) func showsEachOfItsRemarksInAnExample(_ name: String) throws {
    let type = try Self.cleaner(name)
    #expect(Set(type.examples.flatMap { $0.remarks }) == Set(type.remarks))
  }

  static let kinds: [(cleaner: String, raw: String, changes: [Change])] = [
    ("text", "  วัด\u{A0}ตัวอย่าง", [.spaces]),
    ("text", "สม\u{200B}ชาย", [.zeroWidth]),
    ("text", "น\u{E4D}\u{E49}า", [.saraAm]),
    ("text", "น\u{E33}\u{E49}", [.saraAm]),
    ("text", "เเก้ว", [.saraAe]),
    ("text", "ก\u{E49}\u{E49}อย", [.doubledMark]),
    ("text", "ก\u{E49}\u{E38}ง", [.markOrder]),
    ("text", "Rene\u{301}e", [.accents]),
    ("text", "ก–ข ‘ค’", [.dashes, .quotes]),
    ("text", "–", [.nothing]),
    ("digits", "'๑๒-๓๔.0", [.thaiDigits, .joiners, .emptyZeros]),
    ("digits", "1,234", [.thousands]),
    ("identifier", "11OOOOOOOOO16", [.letterO]),
    ("identifier", "100000000026", [.zerosRestored]),
    ("identifier", "g644200000001", [.letterCase]),
    ("school-code", "80005", [.zerosRestored]),
    ("number", "๒๔.๕๐ กก.", [.thaiDigits, .emptyZeros, .unit]),
    ("number", "1,234", [.thousands]),
    ("grade", "ป. ๑", [.variant]),
    ("grade", "ม.1/2", [.room]),
    ("vocabulary", "ด.ช.", [.variant]),
    ("vocabulary", "ไม่มี", [.nothing]),
    ("strip-title", "เด็กชายตัวอย่าง", [.titleStripped]),
    ("buddhist-date", "05/11/2559", [.notation]),
    ("buddhist-date", "๐๕/๑๑/๒๕๕๙", [.thaiDigits, .notation]),
    ("buddhist-date", "05/11/2016", [.era]),
    ("buddhist-date", "2559-11-05", [.era]),
    ("buddhist-date", "240332", [.serial]),
    ("buddhist-date", "05/11/59", [.twoDigitYear]),
    ("flag", "/", [.notation]),
    ("address", "เลขที่ ๑๒ / ๓", [.spaces, .thaiDigits, .prefix]),
    ("building-model", "สปช. ๑๐๕/29", [.thaiDigits, .variant]),
  ]

  @Test(arguments: kinds) func saysWhatItChanged(
    _ name: String, raw: String, changes: [Change]
  ) throws {
    let type = try Self.cleaner(name)
    let settings: Settings? = name == "number" ? .map(["unit": "กก."]) : nil
    let example = try #require(type.examples.first)
    let cleaner = try type.init(settings ?? example.settings, shelf: example.shelf)
    var cell = Cell(Array(raw.utf8))
    cleaner.clean(&cell)
    #expect(cell.changes.all == changes)
  }

  @Test(arguments: names) func changesNothingTheSecondTime(_ name: String) throws {
    let type = try Self.cleaner(name)
    for example in type.examples { try Self.checkLaws(of: type, on: [example.raw], example) }
  }

  @Test(arguments: names, [1, 2, 3]) func keepsTheLawsOnRandomThaiText(
    _ name: String, seed: UInt64
  ) throws {
    let type = try Self.cleaner(name)
    var random = ThaiText(seed: seed)
    let cells = (0..<1_000).map { _ in Array(random.text(upTo: 12).utf8) }
    try Self.checkLaws(of: type, on: cells, try #require(type.examples.last))
  }

  @Test(arguments: names, [11, 12, 13]) func keepsTheLawsOnWhatCellsAreMadeOf(
    _ name: String, seed: UInt64
  ) throws {
    let type = try Self.cleaner(name)
    var random = ThaiText(seed: seed)
    let cells = (0..<2_000).map { _ in Array(random.cell(upTo: 5).utf8) }
    for example in Self.settings(of: type) { try Self.checkLaws(of: type, on: cells, example) }
  }

  /// One example for each way in which the cleaner can be set.
  private static func settings(of type: any Cleaner.Type) -> [CleanerExample] {
    var seen = Set<String>()
    return type.examples.filter { seen.insert("\($0.settings.value)").inserted }
  }

  @Test(arguments: names, [4, 5, 6]) func keepsTheLawsOnBytesOfAnyKind(
    _ name: String, seed: UInt64
  ) throws {
    let type = try Self.cleaner(name)
    var random = ThaiText(seed: seed)
    let cells = (0..<1_000).map { _ in random.bytes(upTo: 24) }
    try Self.checkLaws(of: type, on: cells, try #require(type.examples.last))
  }

  @Test(arguments: [7, 8, 9]) func textPassesAtOnceOnlyWhatMendingWouldLeave(_ seed: UInt64) {
    var random = ThaiText(seed: seed)
    var passed = 0
    for round in 0..<5_000 {
      let raw = round % 2 == 0 ? Array(random.text(upTo: 6).utf8) : random.bytes(upTo: 8)
      guard Text.isClean(raw) else { continue }
      passed += 1
      var cell = Cell(raw)
      Text.mend(&cell)
      #expect(cell.text == raw && cell.remarks.isEmpty)
    }
    #expect(passed > 100)
  }

  @Test(arguments: names) func refusesAKeyThatItDoesNotKnow(_ name: String) throws {
    let type = try Self.cleaner(name)
    let mistake = try #require(throws: SettingsError.self) {
      try type.init(.map(["no-such-key": "1"]), shelf: Shelf(texts: [:]))
    }
    #expect(mistake.message.hasPrefix("unknown key 'no-such-key'"))
  }

  /// Text comes first in every column, so the other cleaners are tried on what it leaves.
  private static func checkLaws(
    of type: any Cleaner.Type, on cells: [[UInt8]], _ example: CleanerExample
  ) throws {
    let text = try Text(.nothing, shelf: Shelf(texts: [:]))
    let cleaner = try type.init(example.settings, shelf: example.shelf)
    for raw in cells where !raw.isEmpty {
      var once = Cell(raw)
      text.clean(&once)
      let mended = once.text
      if !mended.isEmpty { cleaner.clean(&once) }
      #expect(once.changes.isEmpty == (once.text == raw), Self.story(raw, once))
      var twice = Cell(once.text)
      if !twice.text.isEmpty { text.clean(&twice) }
      if !twice.text.isEmpty { cleaner.clean(&twice) }
      let isLawful =
        twice.text == once.text && twice.changes.isEmpty
        && String(validating: once.text, as: UTF8.self) != nil
        && once.text.count <= type.longest(of: raw.count)
        && once.remarks.allSatisfy { type.remarks.contains($0) || Text.remarks.contains($0) }
      #expect(isLawful, Self.story(raw, once, twice))
    }
  }
  private static func story(_ raw: [UInt8], _ cells: Cell...) -> Comment {
    let steps = cells.map {
      "'\(String(decoding: $0.text, as: UTF8.self))' \($0.changes.all.map { $0.rawValue }) \($0.remarks)"
    }
    return Comment(
      rawValue: "'\(String(decoding: raw, as: UTF8.self))' \(raw) became "
        + steps.joined(separator: " and then "))
  }
}
