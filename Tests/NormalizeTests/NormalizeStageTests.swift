import Normalize
import Settings
import Tables
import TestKit
import Testing

/// The whole room on small tables.
struct NormalizeStageTests {
  static let students = """
    school,id:identifier:identifier,name:text:text,weight:decimal:number,birth:date:buddhist-date
    20010029,1100000000016,ตัวอย่าง,24.5,05/11/2559
    20010029,1-1000-00000-01-6, น\u{E4D}า ,หนัก,05/11/2016
    20010029,,,20,-
    20010029,1100000000017,-,200,05/11/2559
    20010029,,ทดสอบ,,ไม่ทราบ
    """

  static let rules: [(code: String, settings: Settings)] = [
    (
      "row-unplaced",
      .map([
        "check": "unplaced", "column": "id", "school": "school", "names": "name",
        "quarantine": "true",
      ])
    ),
    ("name-missing", .map(["check": "required", "column": "name"])),
    ("id-missing", .map(["check": "required", "column": "id"])),
    ("id-check-digit", .map(["check": "check-digit", "column": "id"])),
    (
      "weight-range",
      .map([
        "check": "range", "column": "weight", "from": "8", "to": "150", "unless": "name-missing",
      ])
    ),
    ("weight-unreadable", .map(["check": "remark", "column": "weight", "remark": "unreadable"])),
    ("birth-common-era", .map(["check": "remark", "column": "birth", "remark": "common-era"])),
  ]

  private func run(
    _ text: String = students, rules: [(code: String, settings: Settings)] = rules, jobs: Int = 2
  ) async throws -> (tables: CleanTables, findings: Findings, schema: Schema) {
    let table = try ExampleTable(text)
    var findings = Findings()
    let stage = NormalizeStage([try table.plan(rules: rules)], jobs: jobs)
    let clean = try await stage.run(table.raw, findings: &findings)
    return (clean, findings, table.schema)
  }

  private func rows(of table: CleanTable) -> [String] {
    (0..<table.count).map { row in
      table.columns.map { $0.string(row) }.joined(separator: ",")
    }
  }

  @Test func cleansEachColumnAfterItsKind() async throws {
    let table = try await run().tables.tables[0]
    #expect(
      rows(of: table) == [
        "20010029,1100000000016,ตัวอย่าง,24.5,2016-11-05",
        "20010029,1100000000016,นำ,,2016-11-05",
        "20010029,,,20,",
        "20010029,1100000000017,,200,2016-11-05",
        "20010029,,ทดสอบ,,",
      ])
    #expect(table.raw.columns[1].string(1) == "1-1000-00000-01-6")
  }

  @Test func countsWhatItChangedByFileAndKind() async throws {
    let clean = try await run().tables
    #expect(
      clean.changes(of: 0).map { "\($0.change.rawValue) \($0.cells)" } == [
        "spaces 1", "sara-am 1", "nothing 2", "joiners 1", "era 1", "notation 2",
      ])
    #expect(clean.changes(of: 1).isEmpty)
    let ofNames = clean.tables[0].changes.filter { $0.column == 2 }
    #expect(
      ofNames == [
        ChangeCount(input: 0, column: 2, change: .spaces, rows: 1),
        ChangeCount(input: 0, column: 2, change: .saraAm, rows: 1),
        ChangeCount(input: 0, column: 2, change: .nothing, rows: 1),
      ])
  }

  @Test func countsEveryRowOfAValueAndEachFileForItself() async throws {
    let table = try ExampleTable("sex,id:identifier:identifier\nช,1-1000-00000-01-6\n-,\n-,'1")
    var raw = table.raw
    let second = try ExampleTable("sex,id:identifier:identifier\n-,100000000026\n-,100000000026")
    raw.tables[0].columns[0].append(second.raw.tables[0].columns[0])
    raw.tables[0].columns[1].append(second.raw.tables[0].columns[1])
    for row in 2...3 { raw.tables[0].origins.append(Origin(input: 1, row: row)) }
    raw.inputs.append(InputReport(path: "second.csv", dataset: "example"))
    let columns = Settings.map([
      "sex": .map(["clean": ["text"]]), "id": .map(["clean": ["text", "identifier"]]),
    ])
    let plan = try NormalizePlan(
      dataset: "example", schema: table.schema, columns: columns, rules: [],
      shelf: Shelf(texts: [:]), round: .example)
    var findings = Findings()
    let clean = try await NormalizeStage([plan]).run(raw, findings: &findings)
    let lines = (0...1).map { clean.changes(of: $0).map { "\($0.change.rawValue) \($0.cells)" } }
    #expect(lines == [["nothing 2", "joiners 2"], ["nothing 2", "zeros-restored 2"]])
  }

  @Test func findsInTheOrderOfRowsAndThenOfRules() async throws {
    let (_, findings, schema) = try await run()
    let lines = zip(findings.all, findings.lines(schema)).map { finding, line in
      "\(line) \(Self.rules[finding.rule].code)"
    }
    #expect(
      lines == [
        "2:weight weight-unreadable",
        "2:birth birth-common-era",
        // Row 3 is in quarantine: nothing else is said of it.
        "3 row-unplaced",
        // Row 4 weighs 200 kg too, but that is not told beside a missing name.
        "4:name name-missing",
        "4:id id-check-digit",
        "5:id id-missing",
      ])
  }

  @Test func quarantinesWithAReasonAndKeepsTheLedgerBalanced() async throws {
    let clean = try await run().tables
    #expect(clean.tables[0].quarantine.map { $0.row } == [2])
    #expect(clean.tables[0].quarantine.map { $0.rule } == [0])
    #expect(clean.tables[0].accepted.population == 4)
    #expect(clean.ledger.isBalanced)
    #expect(clean.ledger.entries[0].accepted == 4)
    #expect(clean.ledger.entries[0].quarantined == 1)
  }

  @Test func saysTheSameWhateverTheNumberOfJobs() async throws {
    let one = try await run(jobs: 1)
    for jobs in [2, 9] {
      let more = try await run(jobs: jobs)
      #expect(one.findings.all == more.findings.all)
      #expect(rows(of: one.tables.tables[0]) == rows(of: more.tables.tables[0]))
    }
  }

  @Test func passesADatasetWithoutAPlanAsItIs() async throws {
    let table = try ExampleTable("name,weight:decimal\n a ,1.5\n-,x")
    var findings = Findings()
    let clean = try await NormalizeStage([]).run(table.raw, findings: &findings).tables[0]
    #expect(rows(of: clean) == [" a ,1.5", "-,"])
    #expect(findings.count == 0)
  }

  @Test func keepsTheDictionaryWhenNothingChanges() async throws {
    let table = try await run("name:text:text\nก\nข\nก", rules: []).tables.tables[0]
    let column = try #require(table.columns[0].text)
    #expect(column.meaning == [0, 1])
    #expect(column.dictionary.count == 2)
  }

  @Test func givesOneCodeToSpellingsThatCleanToTheSame() async throws {
    let table = try await run("name:text:text\nก\n ก\nข\n-\n", rules: []).tables.tables[0]
    let column = try #require(table.columns[0].text)
    #expect(column.meaning == [0, 0, 1, 2, 2])
    #expect((0..<5).map { column.isMissing($0) } == [false, false, false, true, true])
  }

  @Test func roundsDecimalsToHundredthsAndRefusesPartsOfWholeNumbers() async throws {
    let table = try await run(
      "weight:decimal:number,room:integer:number\n24.499999999999996,2.0\n0.005,2.5\n-1.255,7",
      rules: []
    ).tables.tables[0]
    #expect(rows(of: table) == ["24.5,2", "0.01,", "-1.26,7"])
    #expect(table.columns[1].remarks["unreadable"]?.indices == [1])
  }

  @Test func takesARemarkedNumberForAnExceptionOfItsColumn() async throws {
    let table = try await run(
      "id:identifier:identifier\n100000000026\n100000000026\n1100000000016\nG6442\n-", rules: []
    ).tables.tables[0]
    #expect(
      rows(of: table) == ["0100000000026", "0100000000026", "1100000000016", "G6442", ""])
    let column = try #require(table.columns[0].identifier)
    let exceptions = (0..<5).map { column.exception($0) }
    #expect(exceptions == [1, 1, nil, 2, 0])
    #expect(table.columns[0].remarks["zeros-restored"]?.indices == [1])
    #expect(table.columns[0].remarks["malformed-g-code"]?.indices == [2])
  }

  @Test func countsQuarantineInTheSheetOfTheRow() async throws {
    var table = try ExampleTable("school,id:identifier,name\n20010029,,\n20010029,1100000000016,ก")
    var entry = LedgerEntry(input: 0, sheet: 1, dataset: "example")
    (entry.physical, entry.accepted) = (1, 1)
    table.raw.ledger.entries[0].physical -= 1
    table.raw.ledger.entries[0].accepted -= 1
    table.raw.ledger.entries.append(entry)
    table.raw.tables[0].origins = RowOrigins()
    table.raw.tables[0].origins.append(Origin(input: 0, sheet: 1, row: 1))
    table.raw.tables[0].origins.append(Origin(input: 0, sheet: 0, row: 2))
    var findings = Findings()
    let stage = NormalizeStage([try table.plan(rules: [Self.rules[0]])])
    let clean = try await stage.run(table.raw, findings: &findings)
    #expect(clean.ledger.entries.map { $0.quarantined } == [0, 1])
    #expect(clean.ledger.isBalanced)
  }

  @Test func takesTheStampOfEachRowsOwnInput() async throws {
    var table = try ExampleTable(
      "age:integer:number,birth:date:buddhist-date\n9,05/11/2559\n9,05/11/2559",
      stamp: "2026-06-01 02:00:00")
    var late = InputReport(path: "late.csv", dataset: "example")
    late.stamp = "2028-06-01 02:00:00"
    table.raw.inputs.append(late)
    table.raw.tables[0].origins = RowOrigins()
    table.raw.tables[0].origins.append(Origin(input: 0, row: 2))
    table.raw.tables[0].origins.append(Origin(input: 1, row: 2))
    let rule = Settings.map(["check": "stated-age", "column": "age", "birth": "birth"])
    var findings = Findings()
    let stage = NormalizeStage([try table.plan(rules: [("age-stated", rule)])])
    _ = try await stage.run(table.raw, findings: &findings)
    #expect(findings.lines(table.schema) == ["2:age:9:11"])
  }

  @Test(arguments: [1, 2, 3]) func losesNoCellWhateverItsBytes(_ seed: UInt64) async throws {
    var table = try ExampleTable(
      "id:identifier:identifier,room:integer:number,weight:decimal:number,"
        + "birth:date:buddhist-date,flag:flag:text,name:text:text")
    var random = ThaiText(seed: seed)
    for row in 0..<2_000 {
      for column in table.schema.columns.indices {
        table.raw.tables[0].columns[column].append(random.bytes(upTo: 20).span)
      }
      table.raw.tables[0].origins.append(Origin(input: 0, row: row + 2))
    }
    var findings = Findings()
    let stage = NormalizeStage([try table.plan()])
    let clean = try await stage.run(table.raw, findings: &findings).tables[0]
    // A cell without a value was empty, held what stands for nothing, or is remarked as unreadable.
    for column in 1..<5 {
      let unreadable = clean.columns[column].remarks["unreadable"]
      guard case .text(let raw) = clean.raw.columns[column] else { continue }
      for row in 0..<clean.count where clean.columns[column].isMissing(row) {
        let isRemarked = unreadable?[Int(raw.codes[row])] ?? false
        var shown = Cell(raw.dictionary.bytes(of: raw.codes[row]))
        Text.mend(&shown)
        let isNothing = shown.text.allSatisfy { Array("0-/. ".utf8).contains($0) }
        #expect(isRemarked || isNothing, "\(raw.string(row).debugDescription)")
      }
    }
    for row in 0..<clean.count where clean.columns[0].isMissing(row) {
      #expect(!clean.raw.columns[0].string(row).contains { $0.isLetter })
    }
  }
}
