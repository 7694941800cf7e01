/// What children of each sex and age, and of each height, usually measure: a table of the user's.
package struct GrowthReference: Sendable {
  /// The lines of one measure and sex: at months of age, or at hundredths of a centimetre, rising.
  struct Lines: Sendable {
    var places: [Int] = []
    var curves: [GrowthCurve] = []
  }

  struct Key: Hashable {
    let measure: GrowthMeasure
    let sex: GrowthSex
  }

  /// No value that is judged is above this, so that cuts are found in a bounded number of steps.
  static let mostHundredths: Int32 = 100_000

  private let lines: [Key: Lines]

  init(_ lines: [Key: Lines]) { self.lines = lines }

  /// Whether the table has lines of a measure; then it has them for both sexes.
  package func covers(_ measure: GrowthMeasure) -> Bool {
    lines[Key(measure: measure, sex: .male)] != nil
  }

  /// The curve at an age in completed months, or at a height in hundredths of a centimetre.
  ///
  /// Between two heights of the table it is mixed of theirs. Nil outside the table.
  package func curve(_ measure: GrowthMeasure, _ sex: GrowthSex, at place: Int) -> GrowthCurve? {
    guard let lines = lines[Key(measure: measure, sex: sex)], let first = lines.places.first,
      let last = lines.places.last, first...last ~= place
    else { return nil }
    // The places rise, so the first that is not below the wanted one is found by halving.
    var (low, high) = (0, lines.places.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if lines.places[middle] < place { low = middle + 1 } else { high = middle }
    }
    let (found, curve) = (lines.places[low], lines.curves[low])
    guard found != place, low > 0 else { return curve }
    let before = lines.places[low - 1]
    let mixed = lines.curves[low - 1]
      .mixed(with: curve, part: Double(place - before) / Double(found - before))
    return mixed.isSound ? mixed : nil
  }
}
