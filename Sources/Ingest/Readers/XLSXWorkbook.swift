package import Containers

/// A workbook of Excel 2007 and later (`.xlsx`, `.xlsm`): its sheets and their cells.
///
/// The small parts are read by libxml2, the strings and the sheets by scanners of our own over a
/// window that moves, so that the memory does not follow the size of a sheet. Throws `ContainerError`.
package struct XLSXWorkbook: Sendable {
  package struct Sheet: Sendable {
    package let name: String
    /// Hidden by its owner; such a sheet often holds code lists or an older copy.
    package let isHidden: Bool
    let part: String
  }

  /// In the order of the tabs; sheets that are only charts are left out.
  package let sheets: [Sheet]
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
    sheets = try Self.sheets(tree, relationships)
    let from1904 = tree.first("workbookPr")?.attributes["date1904"] ?? "0"
    let styles = try relationships.first { $0.type == "styles" }.flatMap {
      try package.tree(of: $0.target)
    }
    value = CellValue(
      formats: NumberFormats(styles),
      dates: ExcelDate(countsFrom1904: ["1", "true", "on"].contains(from1904)))
    sharedStrings = try Self.sharedStrings(package, relationships)
  }

  /// Reads a sheet from its first row to its last, or until the sink wants no more.
  package func read(_ sheet: Sheet, into sink: inout some CellSink) throws {
    guard var window = try package.window(of: sheet.part) else {
      throw ContainerError.damaged("The sheet '\(sheet.name)' is missing (\(sheet.part)).")
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
      throw ContainerError.damaged(
        "The sheet '\(sheet.name)' cannot be read after row \(scanner.row): \(fault.reason).")
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
  ) throws -> [Sheet] {
    try (tree.first("sheets")?.all("sheet") ?? []).compactMap { element in
      let name = element.attributes["name"] ?? ""
      guard let target = relationships.first(where: { $0.id == element.attributes["id"] }) else {
        throw ContainerError.damaged("The sheet '\(name)' does not say where it stands.")
      }
      guard target.type == "worksheet" else { return nil }
      let state = element.attributes["state"] ?? "visible"
      return Sheet(name: name, isHidden: state != "visible", part: target.target)
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
