internal import Containers
internal import Dispatch
internal import Ingest
internal import Synchronization
internal import Tables

/// What holds of every file, whatever its bytes are.
enum Laws {
  /// Records of labels and values, as the seed of such pages holds them.
  static let page = PageLayout(
    records: "//table[.//td]", label: ".//th", value: "following-sibling::td[1]",
    section: "ancestor::tr[1]/preceding-sibling::tr[count(th) = 1][1]/th")

  /// `page` says how the file is read if it is a page of labels and values.
  static func check(_ bytes: [UInt8], page: PageLayout? = nil) {
    let whole = read(bytes, page, jobs: 1)
    precondition(whole.ledger.isBalanced, "a row has no fate, or two")
    let accepted = whole.ledger.total { $0.accepted }
    for table in whole.tables {
      precondition(table.count == accepted, "the table has not the rows that were accepted")
      for column in table.columns {
        precondition(column.count == table.count, "a column has not the rows of its table")
        for row in 0..<table.count {
          precondition(column.isUTF8(row), "a cell is not UTF-8 once it was read")
        }
      }
    }
    if mayBeCut(bytes, whole) {
      let cut = read(bytes, page, jobs: 2)
      precondition(same(whole, cut), "a file that is read in stretches gives another table")
    }
    checkListing(bytes)
  }

  private static let smallestStretch = 256

  /// Stretches are far smaller here than in a run, where the header always stands in the first.
  private static func mayBeCut(_ bytes: [UInt8], _ whole: RawTables) -> Bool {
    guard bytes.count >= 2 * smallestStretch, let input = whole.inputs.first,
      input.container == "delimited", input.headerRows == [1]
    else { return false }
    let head = bytes.prefix(smallestStretch)
    return head.contains { $0 == 10 || $0 == 13 } && !head.contains(UInt8(ascii: "\""))
  }

  /// The listing is read back: rows rise within a sheet, columns within a row.
  private static func checkListing(_ bytes: [UInt8]) {
    let lines = Lines()
    do {
      try CellListing.list(ByteSource(bytes)) { lines.append($0) }
    } catch is ContainerError {
      return
    } catch {
      preconditionFailure("a reader throws what no one expects: \(type(of: error))")
    }
    var last = [0, 0, 0]
    for line in lines.bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(
        separator: UInt8(ascii: "\t"), maxSplits: 4, omittingEmptySubsequences: false)
      precondition(fields.count == 5, "a listed cell has not five fields")
      let place = fields.prefix(3).map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
      precondition(last.lexicographicallyPrecedes(place), "cells do not rise")
      last = place
    }
  }

  private static func same(_ left: RawTables, _ right: RawTables) -> Bool {
    guard left.ledger.entries == right.ledger.entries else { return false }
    return zip(left.tables, right.tables).allSatisfy { left, right in
      left.count == right.count
        && zip(left.columns, right.columns).allSatisfy { left, right in
          (0..<left.count).allSatisfy { left.string($0) == right.string($0) }
        }
    }
  }

  // MARK: Reading

  private static func schema(_ page: PageLayout?) -> Schema {
    Schema(
      name: "pupil", title: LocalizedText("pupil"),
      columns: [
        column("school"), column("id", kind: .identifier), column("number", kind: .integer),
        column("name"), column("weight", isRequired: false),
      ], minimumHeaders: 3, totalWords: ["total"], noteWords: ["note"], stampWords: ["made"],
      page: page)
  }

  private static func column(
    _ name: String, kind: SchemaColumn.Kind = .text, isRequired: Bool = true
  ) -> SchemaColumn {
    SchemaColumn(
      name: name, label: LocalizedText(name), kind: kind, headers: [name],
      path: "td[@id='\(name)']", isRequired: isRequired)
  }

  private static let rules: ReadingRules = {
    var book = RuleBook()
    for rule in ReadingRule.allCases {
      _ = book.add(
        Rule(
          code: rule.rawValue, title: LocalizedText(""), severity: .error,
          message: LocalizedText(""), source: ""))
    }
    guard let rules = try? ReadingRules(book) else {
      preconditionFailure("the book holds every reading rule")
    }
    return rules
  }()

  private static func read(_ bytes: [UInt8], _ page: PageLayout?, jobs: Int) -> RawTables {
    let stage = IngestStage(
      datasets: [.init(name: "pupil", schema: schema(page))], rules: rules, jobs: jobs,
      smallestStretch: smallestStretch)
    let done = DispatchSemaphore(value: 0)
    let box = Box()
    Task.detached {
      var findings = Findings()
      let file = InputFile(path: "20010001.csv", dataset: "pupil", bytes: bytes)
      let files = (try? InputArchive.files(of: file)) ?? []
      let tables = try? await stage.run(files, findings: &findings)
      box.value.withLock { $0 = tables }
      done.signal()
    }
    done.wait()
    guard let tables = box.value.withLock({ $0 }) else {
      preconditionFailure("bytes in memory can be read, so that nothing is thrown")
    }
    return tables
  }
}

/// Lets a task and the one who waits for it share a value.
private final class Box: Sendable {
  let value = Mutex<RawTables?>(nil)
}

/// Gathers what a listing writes.
private final class Lines {
  private(set) var bytes: [UInt8] = []
  func append(_ more: [UInt8]) { bytes += more }
}

extension RawColumn {
  fileprivate func isUTF8(_ row: Int) -> Bool {
    switch self {
    case .text(let column):
      return String(validating: column.dictionary.bytes(of: column.codes[row]), as: UTF8.self)
        != nil
    case .identifier(let column):
      guard column.words[row].form == .other else { return true }
      let code = UInt32(column.words[row].value)
      return String(validating: column.exceptions.bytes(of: code), as: UTF8.self) != nil
    }
  }
}
