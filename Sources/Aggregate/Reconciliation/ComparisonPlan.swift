internal import Settings
internal import Tables

/// What is compared: two sources, by which columns, and how far they may differ.
struct ComparisonPlan: Sendable {
  /// Values of every axis, nil for all of it, with the cells of a school that hold them in each source.
  struct Choice: Sendable {
    let values: [Int?]
    let first: [Int]
    let second: [Int]

    var isSum: Bool { values.contains { $0 == nil } }
    var isWhole: Bool { values.allSatisfy { $0 == nil } }
  }

  let what: LocalizedText
  let axes: [ComparedAxis]
  let first: ComparedSource
  let second: ComparedSource
  let tolerance: Int
  /// What both sources give: single values before sums.
  let choices: [Choice]

  static let keys = ["dataset", "against", "what", "by", "first", "second", "tolerance"]

  init(_ settings: Settings, _ round: AggregateRound) throws {
    what = try settings.required("what").localizedText
    let axes = try (settings["by"]?.entries ?? []).map { name, _, list in
      try ComparedAxis(name, list, shelf: round.shelf)
    }
    self.axes = axes
    let first = try ComparedSource(
      settings.required("first"), dataset: settings.required("dataset"), axes: axes, round)
    let second = try ComparedSource(
      settings.required("second"), dataset: settings.required("against"), axes: axes, round)
    (self.first, self.second) = (first, second)
    tolerance = try settings["tolerance"]?.number ?? 0
    choices = Self.choices(axes, first, second)
    guard !choices.isEmpty else {
      throw SettingsError("the two sources have nothing in common", at: settings.place)
    }
  }

  private static func choices(
    _ axes: [ComparedAxis], _ first: ComparedSource, _ second: ComparedSource
  ) -> [Choice] {
    var values: [[Int?]] = [[]]
    for (axis, own) in axes.enumerated() {
      var members: [Int?] = own.keys.indices.map { $0 }
      if first.sums(over: axis) || second.sums(over: axis) { members.append(nil) }
      values = values.flatMap { before in members.map { before + [$0] } }
    }
    let all = values.compactMap { values -> Choice? in
      guard let one = first.cells(of: values), let other = second.cells(of: values) else {
        return nil
      }
      return Choice(values: values, first: one, second: other)
    }
    let most = axes.count
    return (0...most).flatMap { sums in
      all.filter { choice in choice.values.count { $0 == nil } == sums }
    }
  }

  /// `ป.3 ช`; `all` for everything.
  func keys(of choice: [Int?]) -> String {
    let keys = zip(axes, choice).compactMap { axis, value in value.map { axis.keys[$0] } }
    return keys.isEmpty ? "all" : keys.joined(separator: " ")
  }

  /// `ป.3 ชาย`, `P3 Male`.
  func label(of choice: [Int?]) -> LocalizedText {
    let labels = zip(axes, choice).compactMap { axis, value in value.map { axis.labels[$0] } }
    guard !labels.isEmpty else { return Words.both }
    return LocalizedText(
      thai: labels.map { $0.thai }.joined(separator: " "),
      english: labels.map { $0.english }.joined(separator: " "))
  }
}
