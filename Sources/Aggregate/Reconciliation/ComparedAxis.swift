internal import Settings
internal import Tables

/// What two sources are compared by within a school: a column, and the values of it that are compared.
struct ComparedAxis: Sendable {
  /// The name of the column in each source, or in the list of one.
  let column: String
  let keys: [String]
  let labels: [LocalizedText]

  /// - Parameter settings: the name of a list of codes.
  init(_ column: String, _ settings: Settings, shelf: Shelf) throws {
    let list = try shelf.codeList(named: settings)
    guard let keys = list.column("code") else {
      throw settings.expected("a list with a column 'code'")
    }
    let thai = list.column("label_th") ?? keys
    let english = list.column("label_en") ?? thai
    self.column = column
    self.keys = keys
    labels = zip(thai, english).map { LocalizedText(thai: $0, english: $1) }
  }

  /// So many members have its cells: its values, and one for any other value.
  var size: Int { keys.count + 1 }
}
