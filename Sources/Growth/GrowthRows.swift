package import Tables

/// The rows of a table as growth is judged by them: sex, age, weight and height.
package struct GrowthRows: Sendable {
  package let sexes: [UInt8]
  /// In completed months.
  package let ages: [Int32]
  /// In hundredths, below 0 where there is none.
  package let weights: [Int32]
  package let heights: [Int32]
  private let youngest: Int32

  package init(_ columns: GrowthColumns, of table: CleanTable, on day: Day) {
    sexes = columns.sexes(of: table)
    ages = columns.ages(of: table, on: day)
    weights = columns.weights(of: table)
    heights = columns.heights(of: table)
    youngest = columns.youngest
  }

  /// Whether a row with an age is too young to be judged.
  package func isTooYoung(_ row: Int) -> Bool { ages[row] < youngest }

  /// The class of a row that cannot be judged.
  package static let notAssessed = UInt8.max

  /// The class of every row: the number of cuts that its z-score has passed.
  ///
  /// The reference is asked once for each sex and age, or height; a row costs a look-up and a few
  /// comparisons of whole numbers. There are at most 100 cuts, rising.
  package func classes(
    _ measure: GrowthMeasure, cuts: [GrowthCut], by reference: GrowthReference
  ) -> [UInt8] {
    let places = measure.goesByHeight ? heights : ages
    let values = measure.judgesWeight ? weights : heights
    var limits = GrowthLimits(measure, cuts, reference, places: places)
    var classes = [UInt8](repeating: Self.notAssessed, count: sexes.count)
    for row in classes.indices {
      let (sex, place, value) = (sexes[row], places[row], values[row])
      guard sex < GrowthColumns.noSex, ages[row] >= youngest, place >= 0, value >= 0 else {
        continue
      }
      classes[row] = limits.place(of: value, at: place, sex: sex)
    }
    return classes
  }

  /// What is usual for a row, by its sex and its age or height.
  package func curve(
    _ measure: GrowthMeasure, row: Int, by reference: GrowthReference
  ) -> GrowthCurve? {
    guard sexes[row] < GrowthColumns.noSex else { return nil }
    let sex = GrowthSex.allCases[Int(sexes[row])]
    return reference.curve(
      measure, sex, at: Int(measure.goesByHeight ? heights[row] : ages[row]))
  }
}
