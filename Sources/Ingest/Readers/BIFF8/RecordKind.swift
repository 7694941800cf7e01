/// The records of a workbook that count for its cells (MS-XLS 2.3); all others are passed over.
enum RecordKind: Int, Sendable {
  case start = 0x0809
  case end = 0x000A
  /// What does not fit into a record stands in records behind it.
  case continuation = 0x003C

  case password = 0x002F
  case dateMode = 0x0022
  case format = 0x041E
  case style = 0x00E0
  case sheet = 0x0085
  case sharedStrings = 0x00FC

  case row = 0x0208
  case blank = 0x0201
  case blanks = 0x00BE
  case sharedString = 0x00FD
  case label = 0x0204
  case richLabel = 0x00D6
  case number = 0x0203
  case packedNumber = 0x027E
  case packedNumbers = 0x00BD
  case flagOrError = 0x0205
  case formula = 0x0006
  /// The text that a formula came to; it stands behind the formula, and behind what formulas share.
  case formulaText = 0x0207
  case arrayFormula = 0x0221
  case sharedFormula = 0x04BC
  case dataTable = 0x0236
  case mergedCells = 0x00E5

  /// Whether it begins with a row, a column and a style.
  var isCell: Bool {
    switch self {
    case .blank, .blanks, .sharedString, .label, .richLabel, .number, .packedNumber,
      .packedNumbers, .flagOrError, .formula:
      true
    default: false
    }
  }
}
