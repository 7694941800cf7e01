package import Tables

/// Says which schemas a file's tables were made by, the likeliest first.
package enum SchemaRecognition {
  /// The schemas that find their header in one of the sheets, with the best of the sheets for each.
  ///
  /// `head` holds the first rows of each sheet. A schema without all its required columns is not
  /// among them. The score lies between 0 and 1: it is 1 where the header holds what the schema
  /// expects and nothing else. Of equal scores the schema that stands first comes first.
  package static func rank(
    head: [[[String]]], schemas: [Schema]
  ) -> [(schema: Int, match: HeaderMatch, score: Double)] {
    var ranked: [(schema: Int, match: HeaderMatch, score: Double)] = []
    for (index, schema) in schemas.enumerated() {
      let finder = HeaderFinder(schema)
      let matches = head.compactMap { finder.find($0) }
        .filter { finder.missing($0, requiredOnly: true).isEmpty }
      let scored = matches.map { (match: $0, score: score($0, schema)) }
      // `max` gives the last of equal ones; the first sheet is the one people mean.
      guard let best = scored.reversed().max(by: { $0.score < $1.score }) else { continue }
      ranked.append((index, best.match, best.score))
    }
    return ranked.sorted { ($1.score, $0.schema) < ($0.score, $1.schema) }
  }

  /// The harmonic mean of two shares: of the header that the schema knows, and of the columns that
  /// the schema expects which the header has.
  ///
  /// The first alone would prefer a schema of many columns, the second one of few.
  static func score(_ match: HeaderMatch, _ schema: Schema) -> Double {
    let expected = schema.columns.indices.filter {
      schema.columns[$0].isExpected
        && (!schema.columns[$0].headers.isEmpty || schema.columns[$0].path != nil)
    }
    let met = expected.count { match.fields[$0] != nil }
    let known = Double(match.found) / Double(max(1, match.found + match.unknown.count))
    let complete = expected.isEmpty ? known : Double(met) / Double(expected.count)
    return known + complete > 0 ? 2 * known * complete / (known + complete) : 0
  }
}
