package import Containers
package import Tables

/// Says which schemas a file's tables were made by, the likeliest first.
package enum SchemaRecognition {
  /// A schema, by its place in the list, with the columns that it finds.
  package struct Candidate: Sendable {
    package let schema: Int
    package let match: HeaderMatch
    /// Between 0 and 1: 1 where the header holds what the schema expects and nothing else.
    ///
    /// A schema that lacks a required column counts half.
    package let score: Double
  }

  /// The schemas that find their header in one of the sheets, with the best of the sheets for each.
  ///
  /// `head` holds the first rows of each sheet. A schema without all its required columns is among
  /// them only where the header is mostly its own, so that what is missing can be told. Of equal
  /// scores the schema that stands first comes first.
  package static func rank(head: [[[String]]], schemas: [Schema]) -> [Candidate] {
    var ranked: [Candidate] = []
    for (index, schema) in schemas.enumerated() {
      let finder = HeaderFinder(schema)
      let scored = head.compactMap { finder.find($0) }.compactMap { match in
        let score = score(match, schema)
        let isComplete = finder.missing(match, requiredOnly: true).isEmpty
        return isComplete || score >= 0.6
          ? (match: match, score: isComplete ? score : score / 2) : nil
      }
      // `max` gives the last of equal ones; the first sheet is the one people mean.
      guard let best = scored.reversed().max(by: { $0.score < $1.score }) else { continue }
      ranked.append(Candidate(schema: index, match: best.match, score: best.score))
    }
    return sorted(ranked)
  }

  /// The schemas whose records of labels and values a page holds; none for a file that is no page.
  ///
  /// Throws `FileError` when the system cannot read the file.
  package static func rank(page source: ByteSource, schemas: [Schema]) throws -> [Candidate] {
    let isPage = try source.count > 0 && ContainerKind(head: source.read(0..<4096)) == .html
    guard isPage, schemas.contains(where: { $0.page != nil }) else { return [] }
    do {
      guard let page = try PageSurroundings(source, isPage: true).page() else { return [] }
      return sorted(
        try schemas.enumerated().compactMap { index, schema in
          guard let records = try PageRecords(page, schema: schema) else { return nil }
          let match = try records.read().match
          guard match.found >= schema.minimumHeaders,
            records.finder.missing(match, requiredOnly: true).isEmpty
          else { return nil }
          return Candidate(schema: index, match: match, score: score(match, schema))
        })
    } catch is ContainerError {
      return []
    }
  }

  private static func sorted(_ candidates: [Candidate]) -> [Candidate] {
    candidates.sorted { ($1.score, $0.schema) < ($0.score, $1.schema) }
  }

  /// The harmonic mean of two shares: of the header that the schema knows, and of the columns that
  /// the schema expects which the header has.
  ///
  /// The first alone would prefer a schema of many columns, the second one of few.
  private static func score(_ match: HeaderMatch, _ schema: Schema) -> Double {
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
