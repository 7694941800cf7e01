import Aggregate
import Pipeline
import Settings
import Tables
import TestKit

/// A small round and the tables that are counted of it, written as text.
struct CountedRound {
  var small = SmallRound()
  /// The lists of codes that tables name.
  var lists: [String: String] = [:]
  /// The catalogue of dimensions.
  var catalogue = ""
  /// The rounds that figures are compared with.
  var earlier: [EarlierRound] = []
  /// The other tables of the file, as YAML below `tables:`.
  var others = ""
  /// The table of what is paid for a pupil, if there is one.
  var rates: String?
  /// What the readers may not see.
  var suppression: SuppressionRule?

  /// A register of schools; the first dataset of a round that has one.
  ///
  /// - Parameter schools: code and district, as `20010001|เมือง`.
  mutating func register(_ schools: [String]) {
    small.add("school", [("code", .text), ("district", .text)], schools)
    small.linked.register = 0
    small.linked.schools = schools.enumerated().map { row, school in
      let code = String(school.prefix { $0 != "|" })
      return School(code: code, name: "โรงเรียน " + code, registerRow: row)
    }
    small.place(Array(schools.indices), of: 0)
  }

  /// Marks rows of a dataset as further registrations.
  mutating func repeats(_ rows: [Int], of dataset: Int) {
    for row in rows { small.linked.links[dataset].further[row] = true }
  }

  /// The figures of the table that this text says, walked back to their rows one by one.
  func figures(_ table: String) throws -> TracedFigures {
    let isCounted = !table.hasPrefix("measure:")
    let file =
      "tables:\n" + others + "  t:\n    title: T\n" + (isCounted ? "    measure: table\n" : "")
    let lines = table.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    let (lists, small) = (lists, small)
    let shelf = Shelf.files { lists[$0] }
    let schemas = small.linked.clean.tables.map { ($0.name, $0.schema) }
    let plan = try AggregatePlan(
      tables: [YAMLFile.settings(file + lines + "\n", file: "t.yaml")], rules: [],
      round: AggregateRound(
        schemas: Dictionary(uniqueKeysWithValues: schemas),
        register: small.linked.register.map { small.linked.clean.tables[$0].name },
        round: SmallRound.round, shelf: shelf,
        dimensions: catalogue.isEmpty ? nil : YAMLFile.settings(catalogue, file: "d.yaml"),
        rates: rates.map { try RateTable(csv: $0, file: "rates.csv") },
        suppression: suppression),
      shelf: shelf)
    let stage = AggregateStage(
      plan: plan, book: RuleBook(),
      causes: CauseFinder(share: 1, fewestRows: .max, valueRules: []), round: SmallRound.round
    ).compared(with: earlier)
    var findings = Findings()
    guard let figures = try stage.traced(small.linked, findings: &findings).figures(of: "t") else {
      preconditionFailure("a plan has the table that it was made of")
    }
    return figures
  }

  /// The table as lines of text: the keys of its columns, then each row's key and values.
  ///
  /// Every figure must be the sum of its rows.
  func lines(_ table: String) throws -> [String] {
    let figures = try figures(table)
    let counted = figures.table
    var lines = [counted.columns.map { $0.key }.joined(separator: " ")]
    for (row, head) in counted.rows.enumerated() {
      var words = [head.key + ":"]
      for column in counted.columns.indices {
        let adds = try figures.trace(row: row, column: column).addsUp(to: counted[row, column])
        words.append(Self.text(counted[row, column].value) + (adds ? "" : " DOES NOT ADD UP"))
      }
      lines.append(words.joined(separator: " "))
    }
    return lines
  }

  /// The values of one row.
  func row(_ key: String, _ table: String) throws -> String? {
    try lines(table).first { $0.hasPrefix(key + ": ") }.map { String($0.dropFirst(key.count + 2)) }
  }

  /// What is told of a table that cannot be made or counted.
  func mistake(_ table: String) -> String {
    do {
      return "no mistake: " + (try lines(table)).joined(separator: "; ")
    } catch {
      return "\(error)"
    }
  }

  static func text(_ value: Figure.Value) -> String {
    switch value {
    case .count(let count): "\(count)"
    case .amount(let hundredths): FixedPoint.text(hundredths, scale: 100) + "h"
    case .share(let part, let whole): "\(part)/\(whole)"
    case .ratio(let one, let other): "\(one):\(other)"
    case .mean(let sum, let count, let scale): FixedPoint.text(sum, scale: scale) + "÷\(count)"
    case .noData: "–"
    case .change(let now, let before, let scale):
      "\(FixedPoint.text(now - before, scale: scale == .whole ? 1 : 100))Δ"
    case .notComputed: "…"
    case .suppressed: "*"
    }
  }
}
