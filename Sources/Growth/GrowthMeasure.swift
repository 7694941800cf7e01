/// What is judged of a pupil, and by what.
package enum GrowthMeasure: String, Sendable, CaseIterable {
  case heightForAge = "height-for-age"
  case weightForAge = "weight-for-age"
  case weightForHeight = "weight-for-height"

  /// Whether the reference goes by the height of a pupil, else by the age.
  package var goesByHeight: Bool { self == .weightForHeight }
  /// Whether a weight is judged, else a height.
  package var judgesWeight: Bool { self != .heightForAge }
}

/// The sexes that a reference has lines for.
package enum GrowthSex: String, Sendable, CaseIterable {
  case male, female
}
