import Deduplicate
import Pipeline
import Settings
import Tables
import Testing

/// Rows of any dataset find their school in the register by one of three codes, and by nothing else.
@Suite struct CrosswalkTests {
  /// The fourth has its ministry code in another province; the last two have one name.
  private static let register = [
    ["20010001", "1020080001", "", "วัดหนึ่ง"], ["20010002", "1020080002", "", "วัดสอง"],
    ["20010003", "", "080003", "วัดสาม"], ["20010004", "1021080004", "", "บ้านตัวอย่าง"],
    ["20010005", "1020080005", "", "บ้านตัวอย่าง"],
  ]

  private static func table(
    _ name: String, _ columns: [String], _ rows: [[String]]
  ) -> CleanTable {
    let schema = Schema(
      name: name, title: LocalizedText(name),
      columns: columns.map { SchemaColumn(name: $0, label: LocalizedText($0), headers: [$0]) },
      minimumHeaders: 1)
    var raw = RawTable(name: name, schema: schema)
    for row in rows.indices { raw.origins.append(Origin(input: 0, row: row + 2)) }
    let texts = columns.indices.map { column in TextColumn(rows.map { $0[column] }) }
    raw.columns = texts.map { .text($0) }
    return CleanTable(
      raw: raw,
      columns: texts.map { text in
        CleanColumn(
          .text(
            CodedColumn(
              rows: text.codes, meaning: Array(0..<UInt32(text.dictionary.count)),
              dictionary: text.dictionary)))
      })
  }

  private static let rules: [(code: String, settings: Settings)] = [
    ("unknown", .map(["check": "unknown-school", "column": "school_code"])),
    ("ambiguous", .map(["check": "school-ambiguous", "column": "school_code"])),
    ("twice", .map(["check": "register-twice", "register_column": "school_code"])),
    (
      "shared",
      .map(["check": "register-shared", "register_columns": ["ministry_code", "obec_code"]])
    ),
  ]

  /// Links the codes of two datasets; gives the school of each row of the first, and all findings.
  private func link(
    _ codes: [String], register: [[String]] = register
  ) async throws -> (schools: [String], findings: [String]) {
    let names = ["buildings", "school", "counts"]
    let tables = [
      Self.table("buildings", ["school_code", "school_name"], codes.map { [$0, "วัดหนึ่ง"] }),
      Self.table("school", ["school_code", "ministry_code", "obec_code", "school_name"], register),
      Self.table("counts", ["school_code"], [["20010001"]]),
    ]
    let rules = Self.rules.enumerated().map {
      RuleSettings(rule: $0, code: $1.code, settings: $1.settings)
    }
    let plans = try [0, 2].map { place in
      try DeduplicatePlan(
        dataset: names[place], schema: tables[place].schema, linkedBy: nil, rules: rules,
        shelf: Shelf.files { _ in nil }, at: Place(file: "p.yaml"))
    }
    var findings = Findings()
    let linked = try await DeduplicateStage(plans: plans, register: "school").run(
      CleanTables(tables: tables, inputs: [], ledger: Ledger()), findings: &findings)
    let lines = findings.all.map { finding -> String in
      guard case .row(let dataset, let row) = finding.subject else { return "?" }
      let facts = finding.facts.texts.map { " " + $0 }.joined()
      return "\(Self.rules[finding.rule].code) \(names[dataset]) \(row)\(facts)"
    }
    #expect(linked.links[0].clusters.isEmpty)
    let schools = linked.links[0].schools.map { place in
      place.map { linked.schools[Int($0)] }.map { ($0.registerRow == nil ? "?" : "") + $0.code }
        ?? "-"
    }
    return (schools, lines)
  }

  @Test(arguments: [
    ("20010001", "20010001"), ("1020080001", "20010001"), ("080001", "20010001"),
    // A numeric cell has lost the zero in front.
    ("80001", "20010001"), ("80003", "20010003"), ("080003", "20010003"),
    // The province of the ministry's code is not that of SMIS.
    ("1021080004", "20010004"), ("080004", "20010004"), ("1020080004", "?1020080004"),
    ("20019999", "?20019999"), ("99999", "?099999"), ("", "-"), ("วัดหนึ่ง", "-"),
    ("1100000000016", "-"),
  ])
  func aCodeMeansItsSchool(code: String, school: String) async throws {
    let (schools, findings) = try await link([code])
    #expect(schools == [school])
    let isKnown = school.first != "?" && (school != "-" || code.isEmpty)
    #expect(findings == (isKnown ? [] : ["unknown buildings 0"]))
  }

  @Test func twoSchoolsWithOneNameStayTwo() async throws {
    let (schools, findings) = try await link(["20010004", "20010005"])
    #expect(schools == ["20010004", "20010005"])
    #expect(findings.isEmpty)
  }

  @Test func aNameWithoutACodeIsNoLink() async throws {
    let (schools, findings) = try await link(["", "-"])
    #expect(schools == ["-", "-"])
    #expect(findings == ["unknown buildings 1"])
  }

  @Test func aCodeOfSeveralSchoolsIsTheRegistersFault() async throws {
    let register =
      Self.register + [
        ["20010006", "1020080001", "", "วัดหก"], ["20010007", "1120080002", "", "เอกชน"],
      ]
    let codes = ["1020080001", "080001", "80002", "1020080002", "20010001", "20010006"]
    let (schools, findings) = try await link(codes, register: register)
    #expect(
      schools == ["?1020080001", "?080001", "?080002", "20010002", "20010001", "20010006"])
    #expect(
      findings == [
        "ambiguous buildings 0 10 2", "ambiguous buildings 1 6 2", "ambiguous buildings 2 6 2",
        "shared school 5 20010001",
      ])
  }

  @Test func aRegisterThatNamesASchoolTwiceIsToldOnce() async throws {
    let register = Self.register + [["20010001", "1020080001", "", "วัดหนึ่ง"]]
    let (schools, findings) = try await link(["1020080001"], register: register)
    #expect(schools == ["20010001"])
    #expect(findings == ["twice school 5"])
  }
}
