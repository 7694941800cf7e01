package import Settings
internal import Tables

/// Writes the model of a building in one spelling: family, number, letter and year of design.
///
/// `สปช. 105/29`, `สปช105/2529` and `105/29` are one plan. The two digits behind the slash are the
/// Buddhist year in which it was drawn. Words around the code stay, each apart from the numbers beside it.
package struct BuildingModel: Cleaner {
  package static let name = "building-model"
  package static let summary =
    "Models of buildings: 'families' before the number, 'bare' for a number/year that has none."

  private let codes: ModelCodes

  package init(_ settings: Settings, shelf: Shelf) throws {
    try settings.allow(only: ["families", "bare"])
    codes = ModelCodes(
      families: try settings.required("families").words, bare: try settings["bare"]?.word)
  }

  package func clean(_ cell: inout Cell) {
    let mended = Mending.settled(cell.text) { value in
      value.step(.thaiDigits) { $0.foldThaiDigits() }
      value.step(.variant) { $0 = codes.spelled($0) }
    }
    if mended.text != cell.text, !mended.text.isEmpty { cell.write(mended.text, mended.changes) }
  }
}

extension BuildingModel {
  private static let settings = Settings.map([
    "families": ["สปช.", "สพฐ.", "ป.", "ฝ.", "CS"], "bare": "สปช.",
  ])

  private static func example(_ raw: String, becomes clean: String) -> CleanerExample {
    CleanerExample(raw, becomes: clean, with: settings)
  }

  package static let examples = [
    CleanerExample(stays: "สปช.105/29", with: settings),
    example("สปช. 105/29", becomes: "สปช.105/29"),
    example("สปช105/29", becomes: "สปช.105/29"),
    example("ส.ป.ช. 105 / 29", becomes: "สปช.105/29"),
    example("สปช.๑๐๕/๒๙", becomes: "สปช.105/29"),
    example("สปช.105/2529", becomes: "สปช.105/29"),
    example("105/29", becomes: "สปช.105/29"),
    example("แบบ สปช.105/29", becomes: "สปช.105/29"),
    example("สปช. 102/26 ขนาด 3(4) ห้องเรียน", becomes: "สปช.102/26 ขนาด 3 (4) ห้องเรียน"),
    example("สปช.102/26ขนาด4ห้อง", becomes: "สปช.102/26 ขนาด 4 ห้อง"),
    example("สปช.105/29 (พิเศษ)", becomes: "สปช.105/29 พิเศษ"),
    example("สปช.105/29พิเศษ", becomes: "สปช.105/29 พิเศษ"),
    example("แบบพิเศษ", becomes: "พิเศษ"),
    example("พิเศษ3ชั้น", becomes: "พิเศษ 3 ชั้น"),
    example("ป. 1 ฉ", becomes: "ป.1ฉ"),
    example("ป1ก", becomes: "ป.1ก"),
    example("216 ล", becomes: "216ล"),
    example("318 ล / 30", becomes: "318ล/30"),
    example("cs 213", becomes: "CS213"),
    example("ส้วม สปช. 601/26", becomes: "ส้วม สปช.601/26"),
    example("ถัง ฝ. 30", becomes: "ถัง ฝ.30"),
    CleanerExample(stays: "บ้านพักครู 203/27", with: settings),
    CleanerExample(stays: "004", with: settings),
    CleanerExample(stays: "อื่น อื่น(สร้างเอง)", with: settings),
    CleanerExample(stays: "ประปา", with: settings),
  ]
}
