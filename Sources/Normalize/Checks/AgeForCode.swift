package import Settings
package import Tables

/// Finds ages, on the day of the round, that do not suit a code such as a grade or a title.
///
/// The code list gives either the usual age (`age:` names its column; `younger:` and `older:` say how
/// many years off it may be) or the youngest age (`from:`) and the first that is too old (`below:`).
/// Facts: the age, and the age that was expected or the bound that was passed.
package struct AgeForCode: Check {
  package static let name = "age-for-code"
  package static let summary =
    "The age by 'birth' suits the code in 'column', by the columns 'age' or 'from' and 'below' of 'codes'."
  package static let keys = [
    "column", "birth", "codes", "age", "younger", "older", "from", "below",
  ]

  /// Ages that pass, and those that a finding names.
  private struct Window {
    var low = Int.min
    var high = Int.max
    var lowFact = 0
    var highFact = 0
  }

  private let column: Int
  private let birth: Int
  private let asOf: Day
  private var windows: [String: Window] = [:]

  package init(_ settings: Settings, in scope: CheckScope) throws {
    column = try scope.column(settings.required("column"), .text)
    birth = try scope.column(settings.required("birth"), .date)
    asOf = scope.round.asOf
    let younger = try settings["younger"]?.number ?? 0
    let older = try settings["older"]?.number ?? 0
    try readAges("age", settings, scope) { window, age in
      window = Window(low: age - younger, high: age + older, lowFact: age, highFact: age)
    }
    try readAges("from", settings, scope) { window, age in
      (window.low, window.lowFact) = (age, age)
    }
    try readAges("below", settings, scope) { window, age in
      (window.high, window.highFact) = (age - 1, age)
    }
    guard !windows.isEmpty else {
      throw SettingsError("missing key 'age', 'from' or 'below'", at: settings.place)
    }
  }

  /// Reads the ages of the column of the code list that a key names; an empty age is no bound.
  private mutating func readAges(
    _ key: String, _ settings: Settings, _ scope: CheckScope,
    _ set: (inout Window, Int) -> Void
  ) throws {
    guard let name = settings[key] else { return }
    let codes = try settings.required("codes")
    for (code, text) in try scope.values(of: name.word, in: codes, at: name.place)
    where !text.isEmpty {
      guard let age = Int(text), 0...150 ~= age else {
        throw SettingsError(
          "expected an age for '\(code)' in \(try codes.word), found '\(text)'", at: name.place)
      }
      set(&windows[code, default: Window()], age)
    }
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    guard let coded = table.columns[column].text, let dates = table.columns[birth].date else {
      return
    }
    let known = (0..<UInt32(coded.dictionary.count)).map { code in
      windows[coded.dictionary.string(of: code)] ?? Window()
    }
    let limits = coded.meaning.map { known[Int($0)] }
    let ages = dates.ages(on: asOf)
    let births = dates.rows.expanded
    for (row, code) in coded.rows.expanded.enumerated() {
      let age = ages[Int(births[row])]
      let low = limits[Int(code)].low
      let high = limits[Int(code)].high
      // A birth in the future is a mistake of its own.
      guard age >= 0, age < low || age > high else { continue }
      let window = limits[Int(code)]
      let fact = age < low ? window.lowFact : window.highFact
      hits.add(row: row, column: column, facts: .numbers(age, fact))
    }
  }
}

extension DateColumn {
  /// For each raw code, the completed years on a day; -1 where there is no date or it comes later.
  func ages(on day: Day) -> [Int] {
    days.enumerated().map { code, birth in
      missing[code] ? -1 : max(-1, birth.years(until: day))
    }
  }
}

extension AgeForCode {
  package static let examples = [
    CheckExample(
      with: .map([
        "column": "grade", "birth": "birth", "codes": "grade.csv", "age": "age", "younger": "1",
        "older": "2",
      ]),
      """
      grade,birth:date:buddhist-date
      ป.1,10/06/2563
      ป.1,10/06/2564
      ป.1,11/06/2564
      ป.1,11/06/2560
      ป.1,10/06/2560
      ป.1,11/06/2569
      ป.1,
      ป.7,10/06/2530
      """,
      finds: ["3:grade:4:6", "5:grade:9:6"],
      files: ["grade.csv": "code,age\nป.1,6\n"]),
    CheckExample(
      with: .map([
        "column": "title", "birth": "birth", "codes": "title.csv", "from": "from",
        "below": "below",
      ]),
      """
      title,birth:date:buddhist-date
      เด็กชาย,11/06/2554
      เด็กชาย,10/06/2554
      นาย,10/06/2554
      นาย,11/06/2554
      พระ,10/06/2530
      """,
      finds: ["2:title:15:15", "4:title:14:15"],
      files: ["title.csv": "code,from,below\nเด็กชาย,,15\nนาย,15,\nพระ,,\n"]),
  ]
}
