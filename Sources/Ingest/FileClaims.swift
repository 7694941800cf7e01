internal import Containers
internal import Tables

/// Decides which dataset reads a file that fits the patterns of several.
///
/// An officer drops all exports into one folder. A file goes to the dataset whose schema fits its
/// header best, sheet by sheet: one page or workbook may hold the tables of several datasets. A page of
/// labels and values goes to the dataset whose records it holds.
struct FileClaims: Sendable {
  let datasets: [IngestStage.Dataset]

  /// The files that are to be read, each with the sheets that its dataset takes of it.
  func settle(_ files: [InputFile], jobs: Int) async throws -> [InputFile] {
    let paths = Dictionary(grouping: files, by: { $0.path })
    let groups = paths.keys.sorted().compactMap { paths[$0] }
    return try await groups.mapInOrder(jobs: jobs) { try settle($0) }.flatMap { $0 }
  }

  /// One file, as each of the datasets that may take it names it.
  private func settle(_ claims: [InputFile]) throws -> [InputFile] {
    if let repeated = claims.first, repeated.repeats != nil { return [repeated] }
    let shared = claims.filter { dataset(of: $0)?.isShared == true }
    let rivals = datasets.filter { !$0.isShared }.compactMap { dataset in
      claims.first { $0.dataset == dataset.name }.map { (file: $0, schema: dataset.schema) }
    }
    guard rivals.count > 1 else { return claims }
    let schemas = rivals.map { $0.schema }
    var sheets = Array(repeating: Set<Int>(), count: rivals.count)
    var left: Set<Int> = []
    var bestTable = 0.0
    let (head, pages) = try look(at: rivals[0].file, schemas)
    for (sheet, rows) in head.enumerated() {
      if let best = SchemaRecognition.rank(head: [rows], schemas: schemas).first {
        sheets[best.schema].insert(sheet)
        bestTable = max(bestTable, best.score)
      } else {
        left.insert(sheet)
      }
    }
    if let records = pages.first, records.score > bestTable {
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

  /// The first rows of every sheet, and the schemas whose records the file holds as a page.
  ///
  /// Hidden sheets are without rows, a file that cannot be used is without sheets.
  private func look(
    at file: InputFile, _ schemas: [Schema]
  ) throws -> (head: [[[String]]], pages: [SchemaRecognition.Candidate]) {
    do {
      let source = try file.open()
      let pages = try SchemaRecognition.rank(page: source, schemas: schemas)
      do {
        let head = try FileHead(source)
        return (zip(head.sheets, head.rows).map { $0.isHidden ? [] : $1 }, pages)
      } catch is ContainerError {
        return ([], pages)
      }
    } catch is ContainerError {
      return ([], [])
    }
  }
}
