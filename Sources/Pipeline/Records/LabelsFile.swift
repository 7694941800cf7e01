internal import Tables

/// `labels.csv`: how the tables of figures.csv, their rows and their columns are called for a reader.
///
/// `part` is table (whose key is empty), row or column.
enum LabelsFile {
  static let header = "table,part,key,th,en"

  /// What a line names; the raw values stand in the file.
  enum Part: String { case table, row, column }

  static func bytes(_ figures: Figures) -> [UInt8] {
    var csv = CSVText(header: header)
    for table in figures.tables {
      csv.append([table.id, Part.table.rawValue, "", table.title.thai, table.title.english])
      let isNumbered = table.isNumbered
      for row in table.rows {
        let labels = isNumbered ? Array(row.labels.dropFirst()) : row.labels
        let name = joined(labels, with: " ")
        csv.append([table.id, Part.row.rawValue, row.key, name.thai, name.english])
      }
      for column in table.columns {
        let name = joined(column.headings, with: " / ")
        csv.append([table.id, Part.column.rawValue, column.key, name.thai, name.english])
      }
    }
    return csv.bytes
  }

  /// The texts after each other, without those that are empty or only repeat the one before.
  private static func joined(
    _ texts: [LocalizedText], with separator: String
  ) -> LocalizedText {
    let join = { (language: Language) in
      var kept: [String] = []
      for text in texts.map({ $0[language] }) where !text.isEmpty && text != kept.last {
        kept.append(text)
      }
      return kept.joined(separator: separator)
    }
    return LocalizedText(thai: join(.thai), english: join(.english))
  }
}

extension FigureTable {
  /// Whether its first stub only counts the rows, which says nothing of what they are.
  fileprivate var isNumbered: Bool {
    let details = rows.filter { $0.role == .detail }
    return stubs.count > 1 && !details.isEmpty
      && details.enumerated().allSatisfy { $1.labels[0].english == String($0 + 1) }
  }
}
