/// What is the same in every workbook: names of schemas, and parts that never change.
enum XLSXParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006"

  static let contentTypesStart =
    "<Types xmlns=\"\(package)/content-types\">"
    + "<Default Extension=\"rels\" ContentType=\"\(packageType).relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + override("/docProps/app.xml", officeType + ".extended-properties+xml")
    + override("/docProps/core.xml", packageType + ".core-properties+xml")
    + override("/xl/workbook.xml", officeType + ".spreadsheetml.sheet.main+xml")
    + override("/xl/sharedStrings.xml", officeType + ".spreadsheetml.sharedStrings+xml")
    + override("/xl/styles.xml", officeType + ".spreadsheetml.styles+xml")

  static let rootRelations = relations([
    (office + "/officeDocument", "xl/workbook.xml"),
    (package + "/relationships/metadata/core-properties", "docProps/core.xml"),
    (office + "/extended-properties", "docProps/app.xml"),
  ])

  static let application = Array(
    (declaration
      + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
      + "<Application>Krong</Application></Properties>").utf8)

  static func relations(_ all: [(type: String, target: String)]) -> [UInt8] {
    let entries = all.enumerated().map { index, relation in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relation.type)\""
        + " Target=\"\(relation.target)\"/>"
    }
    return Array(
      (declaration + "<Relationships xmlns=\"\(package)/relationships\">" + entries.joined()
        + "</Relationships>").utf8)
  }

  /// A sheet's name as formulas write it.
  static func quoted(_ sheet: String) -> String {
    "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      + "'"
  }

  /// `A5:C9` as `$A$5:$C$9`.
  static func absolute(_ range: String) -> String {
    range.split(separator: ":").map { cell in
      let letters = cell.prefix { $0.isLetter }
      return "$\(letters)$\(cell.dropFirst(letters.count))"
    }.joined(separator: ":")
  }

  private static let officeType = "application/vnd.openxmlformats-officedocument"
  private static let packageType = "application/vnd.openxmlformats-package"

  private static func override(_ part: String, _ type: String) -> String {
    "<Override PartName=\"\(part)\" ContentType=\"\(type)\"/>"
  }
}
