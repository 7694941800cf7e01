/// Where in a table a reader stands; tells what a tag does there.
///
/// Source: HTML Living Standard 13.2.6.4.9–15, as far as rows and cells hang on it. End tags are
/// optional: each start tag ends what cannot hold it.
enum HTMLTableMode {
  case table, caption, section, row, cell

  /// Text and other tables may stand here.
  var holdsText: Bool { self == .cell || self == .caption }
  var isInRow: Bool { self == .cell || self == .row }
  var isInSection: Bool { isInRow || self == .section }

  func opened(_ element: HTMLElement) -> HTMLTableMode {
    switch element {
    case .cell: .cell
    case .row: .row
    case .section: .section
    case .caption: .caption
    case .column: .table
    default: self
    }
  }

  func closed(_ element: HTMLElement) -> HTMLTableMode {
    switch element {
    case .cell: self == .cell ? .row : self
    case .row: isInRow ? .section : self
    case .section: isInSection ? .table : self
    case .caption: self == .caption ? .table : self
    default: self
    }
  }
}
