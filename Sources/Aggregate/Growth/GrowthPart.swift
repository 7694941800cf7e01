internal import Growth
internal import Settings
internal import Tables

/// One way to sort all pupils: by the z-scores of a measure, or by the classes of other parts.
struct GrowthPart: Sendable {
  enum Sorting: Sendable {
    /// The cuts of what can be, with the cuts of the classes between them.
    case scores(GrowthMeasure, [GrowthCut])
    /// For each class: what it asks of the classes of other parts, by their places.
    case joined([[Condition]])
  }

  struct Condition: Sendable {
    let part: Int
    let classes: Set<Int>
  }

  let key: String
  let label: LocalizedText
  let classes: [(key: String, label: LocalizedText)]
  let sorting: Sorting

  /// Reads a part; one that joins others names those that stand before it.
  init(_ key: String, at place: Place, _ settings: Settings, after parts: [GrowthPart]) throws {
    self.key = key
    label = try settings.required("label").localizedText
    let classes = try settings.required("classes")
    self.classes = try classes.entries.map {
      ($0.key, try $0.value.required("label").localizedText)
    }
    guard 2...20 ~= self.classes.count else {
      throw classes.expected("from 2 to 20 classes")
    }
    if let measure = GrowthMeasure(rawValue: key) {
      try settings.allow(only: ["label", "from", "to", "classes"])
      sorting = .scores(measure, try Self.cuts(settings, classes))
      return
    }
    // Only a measure has scores, so a part with bounds of them is a measure misspelt.
    guard !parts.isEmpty, settings["from"] == nil, settings["to"] == nil else {
      throw Settings(.word(key), at: place)
        .unknown("measure", among: GrowthMeasure.allCases.map { $0.rawValue })
    }
    try settings.allow(only: ["label", "classes"])
    sorting = .joined(try classes.entries.map { try Self.conditions($0.value, parts) })
  }

  private static func cuts(_ settings: Settings, _ classes: Settings) throws -> [GrowthCut] {
    let bounds = try GrowthCut.bounds(from: settings.required("from"), to: settings.required("to"))
    var cuts = [bounds[0]]
    for (index, entry) in try classes.entries.enumerated() {
      try entry.value.allow(only: index == 0 ? ["label"] : ["label", "from", "above"])
      guard index > 0 else { continue }
      let cut = try GrowthCut(entry.value)
      guard cut.score > cuts[index - 1].score, cut.score < bounds[1].score else {
        throw SettingsError(
          "the classes must rise, between 'from' and 'to'", at: entry.keyPlace)
      }
      cuts.append(cut)
    }
    return cuts + [bounds[1]]
  }

  private static func conditions(
    _ settings: Settings, _ parts: [GrowthPart]
  ) throws -> [Condition] {
    try settings.allow(only: ["label"] + parts.map { $0.key })
    return try parts.indices.compactMap { index in
      guard let names = settings[parts[index].key] else { return nil }
      let keys = parts[index].classes.map { $0.key }
      let classes = try names.items.map { name -> Int in
        guard let place = keys.firstIndex(of: try name.word) else {
          throw name.unknown("class", among: keys)
        }
        return place
      }
      return Condition(part: index, classes: Set(classes))
    }
  }

  /// The parts whose classes this one joins.
  var sources: Set<Int> {
    guard case .joined(let classes) = sorting else { return [] }
    return Set(classes.flatMap { $0.map { $0.part } })
  }

  /// The class by the classes of the other parts; nil when one of them was not assessed or none fits.
  func joined(_ others: [Int?]) -> Int? {
    guard case .joined(let classes) = sorting, sources.allSatisfy({ others[$0] != nil }) else {
      return nil
    }
    return classes.firstIndex { conditions in
      conditions.allSatisfy { condition in
        others[condition.part].map { condition.classes.contains($0) } ?? false
      }
    }
  }
}
