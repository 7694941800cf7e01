package import Containers

/// A workbook of Excel 2007 and later (`.xlsx`, `.xlsm`): its sheets and their cells.
///
/// The small parts are read by libxml2, the strings and the sheets by scanners of our own over a
/// window that moves, so that the memory does not follow the size of a sheet. Throws `ContainerError`.
package struct XLSXWorkbook: CellBook {
  package static let container = "xlsx"

  /// In the order of the tabs; sheets that are only charts are left out.
  package let sheets: [CellSheet]
  /// For each sheet: where it stands in the file.
  private let parts: [String]
  package let sharedStrings: SharedStrings
  private let package: OfficePackage
  private let value: CellValue

  package init(_ source: ByteSource) throws { try self.init(ZipArchive(source)) }

  package init(_ archive: ZipArchive) throws {
    let package = OfficePackage(archive: archive)
    self.package = package
    let part = try Self.findWorkbook(package)
    guard let tree = try package.tree(of: part) else {
      throw ContainerError.damaged("The workbook's main part \(part) is missing.")
    }
    let relationships = try package.relationships(of: part)
    let listed = try Self.sheets(tree, relationships)
    sheets = listed.map { $0.sheet }
    parts = listed.map { $0.part }
    let from1904 = tree.first("workbookPr")?.attributes["date1904"] ?? "0"
    let styles = try relationships.first { $0.type == "styles" }.flatMap {
      try package.tree(of: $0.target)
    }
    value = CellValue(
      formats: NumberFormats(styles),
      dates: ExcelDate(countsFrom1904: ["1", "true", "on"].contains(from1904)))
    sharedStrings = try Self.sharedStrings(package, relationships)
  }

  package func read(sheet: Int, into sink: inout some CellSink) throws {
    let name = sheets[sheet].name
    guard var window = try package.window(of: parts[sheet]) else {
      throw ContainerError.damaged("The sheet '\(name)' is missing (\(parts[sheet])).")
    }
    var scanner = SheetScanner(value: value, sharedStrings: sharedStrings.count)
    do {
      while true {
        let count = window.count
        switch try scanner.scan(window.bytes.span, count: count, into: &sink) {
        case .stopped: return
        case .finished: return try window.drain()
        case .more:
          try window.refill(from: scanner.tokens.place)
          scanner.tokens.place = 0
        }
      }
    } catch let fault as XMLFault {
      let place = scanner.row == 0 ? "" : " from row \(scanner.row) on"
      throw ContainerError.damaged(
        "The sheet '\(name)' cannot be read\(place): \(fault.reason).")
    }
  }
}

extension XLSXWorkbook {
  /// The path of the part that lists the sheets.
  private static func findWorkbook(_ package: OfficePackage) throws -> String {
    guard let types = try package.tree(of: "[Content_Types].xml") else {
      throw ContainerError(
        .unsupported,
        package.archive.entry(at: "mimetype") == nil
          ? "The file is a zip file, but not a workbook." : openDocument)
    }
    guard
      let part = try package.relationships(of: "").first(where: { $0.type == "officeDocument" })
    else { throw ContainerError.damaged("The file does not say where its workbook stands.") }
    let type = package.contentType(of: part.target, in: types)
    guard !type.contains("sheet.binary") else { throw ContainerError(.unsupported, binary) }
    guard type.contains("spreadsheetml") || type.contains("ms-excel") else {
      throw ContainerError(
        .unsupported, "The file is of the type '\(type)', not a workbook.")
    }
    return part.target
  }

  private static let openDocument =
    "The file is an OpenDocument file (.ods). Save it as .xlsx or .csv."
  private static let binary =
    "The file is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx."

  private static func sheets(
    _ tree: XMLTree, _ relationships: [OfficePackage.Relationship]
  ) throws -> [(sheet: CellSheet, part: String)] {
    let targets = Dictionary(
      relationships.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // A part is read for one sheet only, however many sheets are listed.
    var parts: Set<String> = []
    return try (tree.first("sheets")?.all("sheet") ?? []).compactMap { element in
      let name = element.attributes["name"] ?? ""
      guard let target = targets[element.attributes["id"] ?? ""],
        parts.insert(target.target).inserted
      else {
        throw ContainerError.damaged("The sheet '\(name)' does not say where it alone stands.")
      }
      guard target.type == "worksheet" else { return nil }
      let state = element.attributes["state"] ?? "visible"
      return (CellSheet(name: name, isHidden: state != "visible"), target.target)
    }
  }

  private static func sharedStrings(
    _ package: OfficePackage, _ relationships: [OfficePackage.Relationship]
  ) throws -> SharedStrings {
    guard let part = relationships.first(where: { $0.type == "sharedStrings" }),
      let window = try package.window(of: part.target)
    else { return SharedStrings() }
    do {
      return try SharedStrings(window)
    } catch let fault as XMLFault {
      throw ContainerError.damaged("The texts of the workbook cannot be read: \(fault.reason).")
    }
  }
}
