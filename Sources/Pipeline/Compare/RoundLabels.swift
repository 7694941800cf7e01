internal import Tables

/// How the tables, rows and columns of a round are called, as its labels.csv says; a key stands for
/// itself where it does not.
struct RoundLabels: Sendable {
  private struct Key: Hashable {
    let table: String
    let part: String
    let key: String
  }

  private var texts: [Key: LocalizedText] = [:]

  private static let fields = 5

  /// Reads as much as is in the file's form: a label more or less changes no figure.
  init(_ bytes: [UInt8]) {
    var reader = CSVReader(bytes)
    guard (try? reader.next(fields: Self.fields)) == true else { return }
    while (try? reader.next(fields: Self.fields)) == true, texts.count < FiguresReader.mostFigures {
      guard let fields = try? (0..<Self.fields).map({ try reader.text($0) }) else { return }
      texts[Key(table: fields[0], part: fields[1], key: fields[2])] = LocalizedText(
        thai: fields[3], english: fields[4])
    }
  }

  func title(of table: String) -> LocalizedText { text(table, .table, "") ?? LocalizedText(table) }

  func row(_ key: String, of table: String) -> LocalizedText {
    text(table, .row, key) ?? LocalizedText(key)
  }

  func column(_ key: String, of table: String) -> LocalizedText {
    text(table, .column, key) ?? LocalizedText(key)
  }

  private func text(_ table: String, _ part: LabelsFile.Part, _ key: String) -> LocalizedText? {
    texts[Key(table: table, part: part.rawValue, key: key)]
  }
}
