package import Settings
package import Tables

/// Reports rows whose identifier another dataset does not hold, although their school has rows there.
///
/// Held against the round before it tells who came without being taken in; the round before held
/// against this one, who left without being moved out.
package struct Absent: Check {
  package static let name = "absent"
  package static let summary =
    "The certain identifier in 'key' stands in the dataset 'dataset', if the row's school has rows there; rows whose 'column' holds one of 'except' aside."
  package static let keys = EarlierKey.keys + ["column", "except"]

  private let rule: Int
  private let key: EarlierKey
  private let column: Int
  private let except: Set<String>

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    let settings = rule.settings
    try settings.allow(only: RuleSettings.roomKeys + Self.keys)
    self.rule = rule.rule
    key = try EarlierKey(settings, schema: schema)
    column = try schema.index(of: settings.required("column"), kind: .text)
    except = Set(try settings["except"]?.words ?? [])
  }

  package func validate(among schemas: [String: Schema]) throws {
    try key.validate(among: schemas, columns: [])
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let table = linked.clean.tables[dataset]
    guard let earlier = key.rows(linked), let identifiers = table.columns[key.column].identifier,
      let words = table.columns[column].text
    else { return }
    let hasRows = earlier.schools(of: linked)
    let isExcepted = (0..<UInt32(words.dictionary.count)).map {
      except.contains(words.dictionary.string(of: $0))
    }
    for (row, school) in linked.links[dataset].schools.enumerated() where table.accepted[row] {
      guard let school, hasRows[Int(school)], identifiers[row].isCertain,
        !isExcepted[Int(words.code(row))], !earlier.holds(identifiers[row])
      else { continue }
      findings.append(
        Finding(rule: rule, subject: .row(dataset: dataset, row: row), column: column))
    }
  }
}
