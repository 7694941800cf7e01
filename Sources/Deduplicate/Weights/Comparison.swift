internal import Settings
internal import Tables

/// One respect in which a model compares rows.
struct Comparison: Sendable {
  let name: String
  let title: LocalizedText
  let comparator: any Comparator
  /// The chance of each level between registrations of one child, before the data has spoken; level 0 is 1.
  let usual: [Double]
  /// The same between brothers and sisters; nil where they are like strangers.
  let family: [Double]?
  /// The most that a level may weigh, in hundredths of a bit.
  let most: [Int32]

  init(
    _ name: String, _ settings: Settings, _ uses: inout ColumnUses, shelf: Shelf
  ) throws {
    let kind = try settings.required("compares")
    let known = allComparators.map { $0.name }
    guard let type = allComparators.first(where: { $0.name == (try? kind.word) }) else {
      throw kind.unknown("comparator", among: known)
    }
    self.name = name
    title = try settings["title"]?.localizedText ?? LocalizedText(name)
    comparator = try type.init(settings, &uses, shelf: shelf)
    usual = try Self.chances(settings["expect"], type.levels, usual: type.levels.map { $0.usual })
    family = try settings["family"].map { try Self.chances($0, type.levels, usual: nil) }
    most = try Self.limits(settings["most"], type.levels)
  }

  var levels: [Level] { type(of: comparator).levels }

  /// The name of a level; `missing` for 0.
  func levelName(_ level: Int) -> String {
    level == 0 ? NameComparator.missing : levels[level - 1].name
  }

  private static func limits(_ settings: Settings?, _ levels: [Level]) throws -> [Int32] {
    var limits = [Int32](repeating: .max, count: levels.count + 1)
    for (name, place, value) in try settings?.entries ?? [] {
      guard let level = levels.firstIndex(where: { $0.name == name }) else {
        throw Settings(.word(name), at: place).unknown("level", among: levels.map { $0.name })
      }
      let bits = try value.decimal
      guard 0...40 ~= bits else { throw value.expected("a number of bits from 0 to 40") }
      limits[level + 1] = Int32((bits * 100).rounded())
    }
    return limits
  }

  /// Levels by name, per hundred; what is not named shares the rest, and every level keeps a trace.
  private static func chances(
    _ settings: Settings?, _ levels: [Level], usual: [Double]?
  ) throws -> [Double] {
    var named: [Int: Double] = [:]
    for (name, place, value) in try settings?.entries ?? [] {
      guard let level = levels.firstIndex(where: { $0.name == name }) else {
        throw Settings(.word(name), at: place).unknown("level", among: levels.map { $0.name })
      }
      let share = try value.decimal
      guard share >= 0, share <= 100 else { throw value.expected("a number per hundred") }
      named[level] = share
    }
    let given = usual ?? levels.map { _ in 1 }
    let rest = max(0.1, 100 - named.values.reduce(0, +))
    let others = levels.indices.filter { named[$0] == nil }.reduce(0) { $0 + given[$1] }
    let all = levels.indices.map { level in
      max(0.001, named[level] ?? rest * given[level] / max(others, 0.001))
    }
    let sum = all.reduce(0, +)
    return [1] + all.map { $0 / sum }
  }
}
