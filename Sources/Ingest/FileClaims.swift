internal import Containers
internal import Tables

/// Decides which dataset reads a file that fits the patterns of several.
///
/// An officer drops all exports into one folder. A file goes to the dataset whose schema fits its
/// header best, sheet by sheet: one page or workbook may hold the tables of several datasets. A page of
/// labels and values goes to the dataset whose records it holds.
struct FileClaims: Sendable {
  let datasets: [IngestStage.Dataset]
  let rules: ReadingRules

  /// The files that are to be read, each with the sheets that its dataset takes of it.
  func settle(_ files: [InputFile], jobs: Int) async throws -> [InputFile] {
    let paths = Dictionary(grouping: files, by: { $0.path })
    let groups = paths.keys.sorted().compactMap { paths[$0] }
    return try await groups.mapInOrder(jobs: jobs) { try settle($0) }.flatMap { $0 }
  }

  /// One file, as each of the datasets that may take it names it.
  private func settle(_ claims: [InputFile]) throws -> [InputFile] {
    let shared = claims.filter { dataset(of: $0)?.isShared == true }
    let rivals = datasets.filter { !$0.isShared }.compactMap { dataset in
      claims.first { $0.dataset == dataset.name }.map { (file: $0, schema: dataset.schema) }
    }
    guard rivals.count > 1 else { return claims }
    let schemas = rivals.map { $0.schema }
    var sheets = Array(repeating: Set<Int>(), count: rivals.count)
    var left: Set<Int> = []
    var bestTable = 0.0
    for (sheet, rows) in try head(rivals[0].file).enumerated() {
      if let best = SchemaRecognition.rank(head: [rows], schemas: schemas).first {
        sheets[best.schema].insert(sheet)
        bestTable = max(bestTable, best.score)
      } else {
        left.insert(sheet)
      }
    }
    if let records = try records(rivals[0].file, schemas), records.score > bestTable {
      return shared + [rivals[records.schema].file]
    }
    // Sheets that no schema knows, and files without any that one does, are told once.
    let first = sheets.firstIndex { !$0.isEmpty } ?? 0
    sheets[first].formUnion(left)
    let taken = zip(rivals, sheets).enumerated().filter {
      $0.offset == first || !$0.element.1.isEmpty
    }
    return shared + taken.map { $0.element.0.file.taking($0.element.1) }
  }

  private func dataset(of file: InputFile) -> IngestStage.Dataset? {
    datasets.first { $0.name == file.dataset }
  }

  /// The first rows of every sheet; hidden ones without rows, a file that cannot be used without sheets.
  private func head(_ file: InputFile) throws -> [[[String]]] {
    do {
      let head = try FileHead(file.open())
      return zip(head.sheets, head.rows).map { $0.isHidden ? [] : $1 }
    } catch is ContainerError {
      return []
    }
  }

  /// The schema whose records a page holds; nil for a file that is no such page.
  private func records(
    _ file: InputFile, _ schemas: [Schema]
  ) throws -> (schema: Int, score: Double)? {
    guard schemas.contains(where: { $0.page != nil }) else { return nil }
    let source = try file.open()
    let isPage = try source.count > 0 && ContainerKind(head: source.read(0..<4096)) == .html
    do {
      guard let page = try PageSurroundings(source, isPage: isPage).page() else { return nil }
      var best: (schema: Int, score: Double)?
      for (index, schema) in schemas.enumerated() {
        let reader = try PageReader(
          page, schema: schema, rules: rules, origin: Origin(input: 0), dataset: file.dataset)
        guard let match = try reader?.match() else { continue }
        let score = SchemaRecognition.score(match, schema)
        if score > best?.score ?? 0 { best = (index, score) }
      }
      return best
    } catch is ContainerError {
      return nil
    }
  }
}
