package import Settings
package import Tables

/// The columns of a dataset that tell how a pupil grows, and what is read from them.
package struct GrowthColumns: Sendable {
  /// What a weight or height says that is not a number to be judged.
  package enum Gap { case missing, implausible }

  package static let keys = [
    "sex", "male", "female", "birth", "weight", "height", "youngest", "plausible",
  ]

  /// The age of a row without a day of birth that can be.
  package static let noAge: Int32 = -1
  /// The sex of a row that states none; the others are the places of `GrowthSex`.
  package static let noSex: UInt8 = 2

  private static let missing: Int32 = -1
  private static let implausible: Int32 = -2

  private let sex: Int
  private let words: [String]
  private let birth: Int
  package let weight: Int
  package let height: Int
  /// Nobody is judged before so many completed months.
  package let youngest: Int32
  /// In hundredths; nil where every number can be.
  private let plausibleWeight: ClosedRange<Int>?
  private let plausibleHeight: ClosedRange<Int>?

  package init(_ settings: Settings, schema: Schema) throws {
    sex = try schema.index(of: settings.required("sex"), kind: .text)
    words = [try settings.required("male").word, try settings.required("female").word]
    birth = try schema.index(of: settings.required("birth"), kind: .date)
    weight = try schema.index(of: settings.required("weight"), kind: .integer, .decimal)
    height = try schema.index(of: settings.required("height"), kind: .integer, .decimal)
    let youngest = try settings.required("youngest")
    guard 0...300 ~= (try youngest.number) else {
      throw youngest.expected("completed months from 0 to 300")
    }
    self.youngest = Int32(try youngest.number)
    try settings["plausible"]?.allow(only: ["weight", "height"])
    plausibleWeight = try settings["plausible"]?["weight"].map { try Self.range($0) }
    plausibleHeight = try settings["plausible"]?["height"].map { try Self.range($0) }
  }

  private static func range(_ settings: Settings) throws -> ClosedRange<Int> {
    let bounds = try settings.items.map { try $0.number }
    guard bounds.count == 2, bounds[0] <= bounds[1], bounds.allSatisfy({ 0...1000 ~= $0 }) else {
      throw settings.expected("a list of two numbers from 0 to 1000")
    }
    return bounds[0] * 100...bounds[1] * 100
  }

  /// The column that a measure judges.
  package func judged(by measure: GrowthMeasure) -> Int {
    measure.judgesWeight ? weight : height
  }

  // MARK: Rows

  /// The sex of every row.
  package func sexes(of table: CleanTable) -> [UInt8] {
    guard let column = table.columns[sex].text else { return [] }
    let known = (0..<UInt32(column.dictionary.count)).map { code in
      words.firstIndex(of: column.dictionary.string(of: code)).map { UInt8($0) } ?? Self.noSex
    }
    let meaning = column.meaning.map { known[Int($0)] }
    return column.rows.expanded.map { meaning[Int($0)] }
  }

  /// The age of every row in completed months.
  package func ages(of table: CleanTable, on day: Day) -> [Int32] {
    guard let column = table.columns[birth].date else { return [] }
    let ages = column.days.enumerated().map { code, birth in
      // A birth in the future is a mistake of its own.
      column.missing[code] ? Self.noAge : Int32(max(-1, birth.months(until: day)))
    }
    return column.rows.expanded.map { ages[Int($0)] }
  }

  package func weights(of table: CleanTable) -> [Int32] {
    Self.hundredths(table.columns[weight], plausibleWeight)
  }

  package func heights(of table: CleanTable) -> [Int32] {
    Self.hundredths(table.columns[height], plausibleHeight)
  }

  /// Why a number of `weights` or `heights` is none; nil when it is one.
  package static func gap(_ hundredths: Int32) -> Gap? {
    hundredths >= 0 ? nil : hundredths == missing ? .missing : .implausible
  }

  /// The number of every row in hundredths; below 0 where there is none.
  private static func hundredths(
    _ column: CleanColumn, _ plausible: ClosedRange<Int>?
  ) -> [Int32] {
    guard let numbers = column.number else { return [] }
    let range = plausible ?? 0...Int(GrowthReference.mostHundredths)
    let meaning = numbers.values.enumerated().map { code, value -> Int32 in
      if numbers.missing[code] { return missing }
      let (hundredths, overflows) = value.multipliedReportingOverflow(by: 100 / numbers.scale)
      return !overflows && range ~= hundredths ? Int32(hundredths) : implausible
    }
    return numbers.rows.expanded.map { meaning[Int($0)] }
  }
}
