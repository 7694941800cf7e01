/// What a row is counted under: the school, grade and sex that can be read from it.
package struct CountKey: Sendable, Hashable, Comparable {
  /// The code as a number, eight digits unless it is malformed; nil when the row has none.
  package var school: Int?
  package var grade: Grade?
  package var sex: Sex?

  private var order: (Int, Int, Int) {
    (school ?? -1, grade?.place ?? Grade.last.place + 1, sex?.rawValue ?? Sex.allCases.count)
  }

  package static func < (left: CountKey, right: CountKey) -> Bool { left.order < right.order }
}
