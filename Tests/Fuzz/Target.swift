internal import Containers
internal import Ingest
internal import TestKit

/// What is done with made-up bytes.
enum Target: String, CaseIterable {
  /// The bytes are a file, whatever it is; the seeds say of which kind.
  case delimited, xlsx, html, spreadsheetml, biff8, page, json, ods
  /// The bytes are the sheet of a workbook that is sound otherwise.
  case sheet
  /// The bytes are the shared strings of a workbook that is sound otherwise.
  case strings
  /// The bytes are the records of an old workbook that is sound otherwise.
  case records
  /// The bytes are a zip file, of which every part is read.
  case zip
  /// The bytes are an archive of exports.
  case archive

  static func named(_ name: String) -> Target {
    guard let target = Target(rawValue: name) else {
      let names = allCases.map { $0.rawValue }.joined(separator: " ")
      preconditionFailure("KRONG_FUZZ names no target; there are \(names)")
    }
    return target
  }

  func run(_ bytes: [UInt8]) {
    switch self {
    case .sheet: Laws.check(WrappedPart.sheet(bytes))
    case .strings: Laws.check(WrappedPart.strings(bytes))
    case .records: Laws.check(CompoundBytes("Workbook", bytes).bytes)
    case .zip: readParts(bytes)
    case .page: Laws.check(bytes, page: Laws.page)
    case .delimited, .xlsx, .html, .spreadsheetml, .biff8, .json, .ods, .archive:
      Laws.check(bytes)
    }
  }

  private func readParts(_ bytes: [UInt8]) {
    guard let archive = try? ZipArchive(ByteSource(bytes)) else { return }
    for entry in archive.entries {
      guard let part = try? archive.read(entry, limit: 1 << 20) else { continue }
      precondition(part.count == entry.size, "a part has not the size it says")
      precondition(archive.entry(at: entry.path) != nil, "a part is not found by its own name")
    }
  }
}
