internal import Render
package import Settings
package import Tables

/// The words in which `krong compare` answers, in one language.
package struct ComparisonWords: Sendable {
  enum Key: String, CaseIterable {
    case title, warning, row, column, change, percent, versions, settings, audiences, equal, points,
      more
    case noManifest = "no-manifest"
    case onlyRows = "only-rows"
    case onlyColumns = "only-columns"
    case onlyTable = "only-table"
    case equalTables = "equal-tables"
    case changedFigures = "changed-figures"
    case nothing
  }

  var language: Language { words.language }
  private let words: Wording<Key>
  /// More rows or columns that only one round has are left to the JSON.
  private static let mostNames = 10

  /// Reads `pages/compare.yaml`.
  package init(_ shelf: Shelf, language: Language) throws {
    words = try Wording(page: "pages/compare.yaml", shelf, language: language)
  }

  subscript(key: Key, facts: String...) -> String { words[key, facts] }

  func sentence(_ warning: RoundComparison.Warning) -> String {
    switch warning {
    case .noManifest(let round): self[.noManifest, round]
    case .versions(let before, let now): self[.versions, before, now]
    case .settings(let files): self[.settings, files.joined(separator: ", ")]
    case .audiences: self[.audiences]
    }
  }

  /// The rows and columns that only one of two rounds has, a sentence for each.
  func lone(_ table: TableComparison, _ before: String, _ now: String) -> [String] {
    let parts: [(Key, String, [String])] = [
      (.onlyRows, before, table.rows.before.map { table.row($0, language, isGone: true) }),
      (.onlyRows, now, table.rows.now.map { table.row($0, language) }),
      (.onlyColumns, before, table.columns.before.map { table.column($0, language, isGone: true) }),
      (.onlyColumns, now, table.columns.now.map { table.column($0, language) }),
    ]
    return parts.filter { !$0.2.isEmpty }.map { key, round, names in
      let rest = names.count - Self.mostNames
      let told = names.prefix(Self.mostNames).joined(separator: ", ")
      return self[
        key, round, NumberText.grouped(names.count),
        rest > 0 ? told + " " + self[.more, NumberText.grouped(rest)] : told]
    }
  }
}
