import Containers

extension SampleWorkbook {
  /// A workbook of several sheets, each given as its whole XML.
  static func bytes(sheets: [String]) -> [UInt8] {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let packages = "http://schemas.openxmlformats.org/package/2006/relationships"
    let names = sheets.indices.map { number in
      "<sheet name=\"แผ่น \(number + 1)\" sheetId=\"\(number + 1)\" r:id=\"rId\(number + 1)\"/>"
    }
    let targets = sheets.indices.map { number in
      "<Relationship Id=\"rId\(number + 1)\" Type=\"\(types)/worksheet\""
        + " Target=\"worksheets/sheet\(number + 1).xml\"/>"
    }
    var zip = ZipWriter()
    for part in SampleWorkbook().parts.prefix(2) {
      zip.add(path: part.path, bytes: Array(part.text.utf8))
    }
    zip.add(
      path: "xl/workbook.xml",
      bytes: Array(
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(types)\"><sheets>\(names.joined())</sheets></workbook>"
          .utf8))
    zip.add(
      path: "xl/_rels/workbook.xml.rels",
      bytes: Array("<Relationships xmlns=\"\(packages)\">\(targets.joined())</Relationships>".utf8))
    for (number, sheet) in sheets.enumerated() {
      zip.add(path: "xl/worksheets/sheet\(number + 1).xml", bytes: Array(sheet.utf8))
    }
    return zip.finish()
  }
}
