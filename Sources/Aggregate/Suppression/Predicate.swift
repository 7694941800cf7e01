internal import Tables

/// What a figure counts, in words: two figures of a run with the same words are the same number.
enum Predicate {
  static func text(_ column: String, _ test: ColumnComparison.Test) -> String {
    switch test {
    case .present(let isPresent): column + (isPresent ? " is present" : " is missing")
    case .oneOf(let values): isOne(column, of: values)
    case .starts(let start): starts(column, start)
    case .range(let range): "\(column) in \(range)"
    }
  }

  static func isOne(_ column: String, of values: [String]) -> String {
    "\(column) in (\(values.sorted().joined(separator: ", ")))"
  }

  /// What several of them count together.
  static func name(_ predicates: Set<String>) -> String {
    predicates.sorted().joined(separator: " and ")
  }

  static func starts(_ column: String, _ start: String) -> String { "\(column) starts \(start)" }
}

extension DimensionPlan {
  /// What the rows of some members have in common.
  func predicate(_ members: [Int], of dimension: Dimension, _ schema: Schema) -> String {
    let keys = members.map { dimension.members[$0].key }
    let name = column.map { schema.columns[$0].name } ?? ""
    switch kind {
    case .school: return Predicate.isOne("school", of: keys)
    case .listed, .values: return Predicate.isOne(name, of: keys)
    case .grouped(_, let codes, _):
      let unknown = keys.filter { $0 == dimension.members.last?.key }
      return Predicate.isOne(
        name, of: codes.filter { keys.contains($0.group) }.map { $0.key } + unknown)
    case .firstSign:
      return keys.count == 1
        ? Predicate.starts(name, keys[0]) : Predicate.isOne("sign of " + name, of: keys)
    case .age: return Predicate.isOne("age by " + name, of: keys)
    case .bands(_, let bands):
      return Predicate.isOne("\(name) by \(bands.map { $0.range })", of: keys)
    case .size(let bands, let dataset):
      return Predicate.isOne("size by \(dataset) \(bands.map { $0.range })", of: keys)
    case .register(let column, _): return Predicate.isOne("register \(column)", of: keys)
    }
  }
}
