internal import Growth
internal import Settings
internal import Tables

/// Who could be measured at all; every pupil is in the first class that fits.
struct MeasuringPart: Sendable {
  private enum State: String, CaseIterable {
    case missing, implausible, unknown
    case tooYoung = "too-young"
    case complete
  }

  let label: LocalizedText
  /// In the order of the file.
  let classes: [(key: String, label: LocalizedText)]
  /// The place among the classes of each state.
  private let places: [State: UInt8]

  init(_ settings: Settings) throws {
    try settings.allow(only: ["label", "classes"])
    label = try settings.required("label").localizedText
    let classes = try settings.required("classes")
    for state in State.allCases { _ = try classes.required(state.rawValue) }
    var places: [State: UInt8] = [:]
    for (place, entry) in try classes.entries.enumerated() {
      let state = try Settings(.word(entry.key), at: entry.keyPlace)
        .choice(of: State.self, called: "class")
      places[state] = UInt8(place)
    }
    self.classes = try classes.entries.map { ($0.key, try $0.value.localizedText) }
    self.places = places
  }

  /// The class of every row, by its place.
  func states(of rows: GrowthRows) -> [UInt8] {
    let place = { (state: State) in places[state] ?? 0 }
    let (missing, implausible) = (place(.missing), place(.implausible))
    let (unknown, tooYoung, complete) = (place(.unknown), place(.tooYoung), place(.complete))
    return rows.sexes.indices.map { row in
      let gaps = (
        GrowthColumns.gap(rows.weights[row]), GrowthColumns.gap(rows.heights[row])
      )
      if gaps.0 == .missing || gaps.1 == .missing { return missing }
      if gaps.0 != nil || gaps.1 != nil { return implausible }
      if rows.sexes[row] == GrowthColumns.noSex || rows.ages[row] == GrowthColumns.noAge {
        return unknown
      }
      return rows.isTooYoung(row) ? tooYoung : complete
    }
  }
}
