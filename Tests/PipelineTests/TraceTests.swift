import Aggregate
import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// From every figure to the rows behind it, which add up to it.
@Suite struct TraceTests {
  enum Example: String, CaseIterable, Sendable {
    case office, emis, buildings, reconciled

    /// The tables that have no rows to name: those of queries and of other runs, and counts of comparisons.
    var untraced: Set<String> {
      switch self {
      case .office, .reconciled: ["nights", "reconciliation-summary"]
      case .emis: ["ratios-by-school", "reconciliation-summary"]
      case .buildings: []
      }
    }

    func round() async throws -> TracedRound {
      switch self {
      case .office: return try await TraceTests.office.value
      case .emis: return try await Self.read("emis-schools", SchoolSystemTests.emis)
      case .buildings: return try await Self.read("b-obec-buildings", SchoolSystemTests.buildings)
      case .reconciled:
        var office = ReconciledOffice()
        office.lists[0].grades[1].boys += 1
        office.emis[1].grades[2].rooms += 1
        office.personnel[2].staff[1].1 -= 1
        let plan = try CaseRun.plan()
        return try await Tracer(plan).read(
          office.files.flatMap { path, bytes in
            plan.datasets.filter { $0.takes(path) }.map {
              InputFile(path: path, dataset: $0.name, bytes: bytes)
            }
          })
      }
    }

    private static func read(
      _ pipeline: String, _ exports: [(path: String, export: String)]
    ) async throws -> TracedRound {
      let plan = try CaseRun.plan(pipeline + ".yaml")
      let files = try exports.flatMap { path, export in
        try plan.datasets.filter { $0.takes(path) }.map {
          InputFile(
            path: path, dataset: $0.name,
            bytes: try ProjectFiles.bytes("fixtures/exports/" + export))
        }
      }
      return try await Tracer(plan).read(files)
    }
  }

  /// Read once for all tests.
  private static let office = Task {
    let plan = try CaseRun.plan()
    return try await Tracer(plan).read(CaseRun.files("office", of: plan))
  }

  private static func name(_ text: String) -> Settings {
    Settings(.word(text), at: Place(file: "krong trace"))
  }

  private static func trace(_ text: String) async throws -> Tracer.Found {
    try Tracer.trace(name(text), in: await office.value)
  }

  private static func mistake(_ text: String, in example: Example = .office) async -> String {
    do {
      let found = try Tracer.trace(name(text), in: await example.round())
      return "found \(found.name)"
    } catch {
      return "\(error)"
    }
  }

  // MARK: Every figure

  @Test(arguments: Example.allCases) func everyFigureOfEveryTableAddsUp(
    _ example: Example
  ) async throws {
    let round = try await example.round()
    var traced = 0
    for id in round.tableIDs where !example.untraced.contains(id) {
      let figures = try #require(try round.figures(of: id))
      for row in figures.table.rows.indices {
        for column in figures.table.columns.indices where !isOfEarlierRuns(figures, column) {
          let found = try Tracer.found(figures, row, column, round.linked)
          traced += 1
          try check(found, figures.table, row, column)
        }
      }
    }
    #expect(traced > 100)
  }

  /// Whether the column of `findings-by-school` compares with the run before, or hangs on answers.
  private func isOfEarlierRuns(_ figures: TracedFigures, _ column: Int) -> Bool {
    ["new", "open", "mended", "explained"].contains(figures.table.columns[column].key)
  }

  /// What the rows give is counted here once more, by the texts that are printed.
  private func check(
    _ found: Tracer.Found, _ table: FigureTable, _ row: Int, _ column: Int
  ) throws {
    let sum = { (part: String) in
      found.rows.filter { $0.part == part }.reduce(0) { $0 + $1.amount }
    }
    switch found.figure.value {
    case .count(let count): #expect(sum("value") == count * found.scale, "\(found.name)")
    case .amount(let hundredths):
      #expect(sum("value") * 100 == hundredths * found.scale, "\(found.name)")
    case .share(let part, let whole), .ratio(let part, let whole):
      #expect(sum("numerator") == part && sum("denominator") == whole, "\(found.name)")
    case .mean(let total, let count, _):
      #expect(sum("numerator") == total && sum("denominator") == count, "\(found.name)")
    case .noData, .notComputed, .suppressed, .change:
      #expect(found.rows.isEmpty, "\(found.name)")
    }
    guard listsItsRows(found, table.columns[column].key) else { return }
    let places = found.rows.filter { $0.row > 0 && $0.part != "denominator" }
      .map { "\($0.dataset) \($0.file) \($0.sheet) \($0.row)" }
    #expect(Set(places).count == found.figure.rows, "\(found.name)")
  }

  /// Whether the column `rows` of figures.csv says how many rows are listed.
  private func listsItsRows(_ found: Tracer.Found, _ column: String) -> Bool {
    if [.noData, .notComputed].contains(found.figure.value) { return false }
    let table = found.name.prefix { $0 != ":" }
    switch table {
    // Its rows are all those of the file, or the cells that were changed.
    case "ledger", "changes", "changes-by-kind": return false
    // All rows of the kind stand behind each of its figures.
    case "duplicates-by-kind": return !["certain", "probable", "review"].contains(column)
    case "causes": return ["rows", "pupils"].contains(column)
    // Of two figures on sheets, too.
    case "headline": return !found.name.contains("errors") && !found.name.contains("error-findings")
    default: return true
    }
  }

  // MARK: The right rows

  /// The numbers of the lines of an export whose field holds a text.
  private func lines(of file: String, where field: Int, is text: String) throws -> Set<Int> {
    let lines = try ProjectFiles.text("fixtures/office/input/" + file)
      .split(omittingEmptySubsequences: false) { $0.isNewline }
    return Set(
      lines.indices.filter { line in
        let fields = lines[line].split(separator: ",", omittingEmptySubsequences: false)
        return fields.count > field && fields[field] == text
      }.map { $0 + 1 })
  }

  @Test(arguments: ["อ.2", "อ.3", "ป.1", "ป.2", "ป.3", "ป.4", "ป.5", "ป.6"])
  func theRowsOfASchoolAndGradeAreThoseOfItsFile(grade: String) async throws {
    let file = "dmc/2569-1-student-20010004.csv"
    let found = try await Self.trace("registrations-by-school:20010004:\(grade)/all")
    let expected = try lines(of: file, where: 3, is: grade)
    #expect(expected.count >= 10)
    #expect(Set(found.rows.map { $0.file }) == [file])
    #expect(found.rows.map { $0.row } == expected.sorted())
    #expect(found.rows.allSatisfy { $0.amount == 1 && $0.school == "20010004" })
  }

  @Test func aSchoolIsItsLineOfTheRegister() async throws {
    let found = try await Self.trace("headline:schools-not-submitted:value")
    let line = try lines(of: "register/schools.csv", where: 2, is: "20010013")
    #expect(found.rows.map { $0.file } == ["register/schools.csv"])
    #expect(Set(found.rows.map { $0.row }) == line)
    #expect(found.rows.map { $0.school } == ["20010013"])
  }

  @Test(arguments: ["same-school", "same-office", "collision"])
  func theRowsOfAKindOfDuplicateAreThoseThatWerePlanted(kind: String) async throws {
    let truth = CSVRecords.read(try ProjectFiles.text("fixtures/office/truth/duplicates.csv"))
      .filter { $0["kind"] == kind }
    let rows = Set(truth.map { "\($0["file"] ?? "") \($0["row"] ?? "")" })
    let all = try await Self.trace("duplicates-by-kind:\(kind):registrations")
    #expect(Set(all.rows.map { "\($0.file) \($0.row)" }) == rows)
    let clusters = try await Self.trace("duplicates-by-kind:\(kind):clusters")
    #expect(Set(clusters.rows.map { "\($0.file) \($0.row)" }) == rows)
    #expect(clusters.rows.reduce(0) { $0 + $1.amount } == Set(truth.map { $0["cluster"] }).count)
  }

  @Test(arguments: ["id-lossy", "birth-future", "row-long", "id-shared", "weight-range"])
  func theRowsOfARuleAreThoseThatWerePlanted(rule: String) async throws {
    let truth = CSVRecords.read(try ProjectFiles.text("fixtures/office/truth/planted.csv"))
      .filter { $0["rule"] == rule }
    let found = try await Self.trace("findings-by-rule:\(rule):findings")
    #expect(
      found.rows.map { "\($0.file) \($0.row)" }.sorted()
        == truth.map { "\($0["file"] ?? "") \($0["row"] ?? "")" }.sorted())
  }

  @Test func whatIsNoRowStandsAtItsSheet() async throws {
    let titles = try await Self.trace("ledger:dmc/2569-1-student-20010003.csv:title")
    #expect(titles.rows.map { $0.row } == [0])
    #expect(titles.rows.map { $0.amount } == [2])
    let changed = try await Self.trace("changes:dmc/2569-1-student-20010003.csv:notation:cells")
    #expect(changed.rows.map { $0.row } == [0])
    #expect(
      try text(changed, .thai) == """
        ช่องที่ระบบปรับรูปแบบ จำแนกตามไฟล์ · changes:dmc/2569-1-student-20010003.csv:notation:cells = 66

        1 แถว รวม 66
          ไฟล์                                แถว  โรงเรียน  นับได้
          dmc/2569-1-student-20010003.csv  ทั้งแผ่น             66

        """)
  }

  // MARK: What is printed

  private func text(_ found: Tracer.Found, _ language: Language) throws -> String {
    try TraceText(CaseRun.shelf, language: language).text(found)
  }

  @Test func rowsAreAListWithTheirSum() async throws {
    let found = try await Self.trace("headline:persons-sex-unknown:value")
    #expect(
      try text(found, .thai) == """
        ภาพรวม · headline:persons-sex-unknown:value = 2

        2 แถว รวม 2
          ไฟล์                                       แผ่นงาน  แถว  โรงเรียน   นับได้
          dmc/2569-1-student-20010001.xlsx          Sheet1  180  20010001     1
          dmc/2569-1-student-20010005-20010006.csv          208  20010006     1

        """)
    #expect(
      try text(found, .english) == """
        Headline figures · headline:persons-sex-unknown:value = 2

        2 rows, together 2
          File                                      Sheet   Row  School    Counts
          dmc/2569-1-student-20010001.xlsx          Sheet1  180  20010001       1
          dmc/2569-1-student-20010005-20010006.csv          208  20010006       1

        """)
    #expect(
      String(decoding: TraceText.csv(found), as: UTF8.self) == """
        figure,part,dataset,file,sheet,row,school,amount
        headline:persons-sex-unknown:value,value,student,dmc/2569-1-student-20010001.xlsx,Sheet1,180,20010001,1
        headline:persons-sex-unknown:value,value,student,dmc/2569-1-student-20010005-20010006.csv,,208,20010006,1

        """)
  }

  @Test func aShareListsBothItsParts() async throws {
    let found = try await Self.trace("nutrition:measuring/unknown:share")
    let lines = try text(found, .english).split(separator: "\n").map { String($0) }
    #expect(lines[0] == "Nutrition of students · nutrition:measuring/unknown:share = 0.5%")
    #expect(lines[1] == "Numerator: 8 rows, together 8")
    #expect(lines.contains("Denominator: 1,498 rows, together 1,498"))
    let csv = CSVRecords.read(String(decoding: TraceText.csv(found), as: UTF8.self))
    #expect(csv.count { $0["part"] == "numerator" } == 8)
    #expect(csv.count { $0["part"] == "denominator" } == 1498)
  }

  @Test func aFigureOfNothingSaysSo() async throws {
    let found = try await Self.trace("schools-without-rows:20010013")
    #expect(
      try text(found, .english) == """
        Schools without students · schools-without-rows:20010013:rows = –
        No row stands behind this figure.

        """)
    #expect(
      String(decoding: TraceText.csv(found), as: UTF8.self)
        == "figure,part,dataset,file,sheet,row,school,amount\n")
  }

  @Test func theCommandPrintsRowsAndEndsWithAMeaning() throws {
    let trace = { (more: [String]) in
      try Program.krong(
        ["trace", "pipelines/dmc-students.yaml", "--input", "fixtures/office/input"] + more)
    }
    let found = try trace(["findings-by-rule:id-lossy:findings", "--csv"])
    #expect(found.status == 0, "\(found.errors)")
    #expect(CSVRecords.read(found.output).count == 3)
    let unknown = try trace(["headline:person"])
    #expect(unknown.status == 2)
    #expect(unknown.output.isEmpty)
    #expect(unknown.errors.contains("unknown row of 'headline' 'person'; did you mean 'persons'?"))
  }

  // MARK: Mistakes

  @Test(arguments: [
    (
      "headline",
      "expected a figure as 'table:row' or 'table:row:column', found 'headline'"
    ),
    (
      "headlines:persons:value",
      "unknown table 'headlines'; did you mean 'headline'?"
    ),
    (
      "headline:person:value",
      "unknown row of 'headline' 'person'; did you mean 'persons'?"
    ),
    (
      "headline:persons:values",
      "unknown column of 'headline' 'values'; did you mean 'value'?"
    ),
    (
      "students-by-school:20010001",
      "'students-by-school:20010001' lacks its column; expected one of อ.1/ช, "
        + "อ.1/ญ, อ.1/all, อ.2/ช, อ.2/ญ, อ.2/all, อ.3/ช, อ.3/ญ, อ.3/all, "
        + "pre-primary/ช, pre-primary/ญ, pre-primary/all, …"
    ),
    (
      "students-by-school:2001001:all/all",
      "unknown row of 'students-by-school' '2001001'; did you mean '20010001'?"
    ),
    (
      "nights:this-run:errors",
      "the figure 'nights:this-run:errors' cannot be walked back to rows: its "
        + "table tells what earlier runs left; trace the figures of the headline for "
        + "this run, and 'krong history' for the others"
    ),
    (
      "findings-by-school:20010001:new",
      "the figure 'findings-by-school:20010001:new' cannot be walked back to "
        + "rows: it compares the run with the one before; progress.csv of the run "
        + "lists its findings, new, open and mended, each with its row"
    ),
  ])
  func aMistakeSaysWhatWasMeant(figure: String, message: String) async throws {
    #expect(await Self.mistake(figure) == "krong trace:1:1: error: " + message)
  }

  @Test func aTableOfAQueryLeavesItToItsWriter() async throws {
    #expect(
      await Self.mistake("ratios-by-school:20010001:pupils", in: .emis)
        == "krong trace:1:1: error: the figure 'ratios-by-school:20010001:pupils' cannot be walked "
        + "back to rows: its table is made by a query of your own; ask for the rows in SQL, by the "
        + "columns _file, _sheet and _row of each dataset, or count with 'measure: table'")
  }

  // MARK: Privacy

  @Test(arguments: Audience.allCases) func noNameAndNoNumberOfAChildIsTold(
    _ audience: Audience
  ) async throws {
    let plan = try CaseRun.plan(overrides: ["render.audience=\(audience.rawValue)"])
    let round = try await Tracer(plan).read(CaseRun.files("office", of: plan))
    let pupils = try #require(round.linked.clean.tables.first { $0.name == "student" })
    var secrets = Set<String>()
    for (index, column) in pupils.schema.columns.enumerated()
    where [.identifier, .name].contains(column.privacy) {
      for row in 0..<pupils.count { secrets.insert(pupils.columns[index].string(row)) }
    }
    secrets = secrets.filter { $0.count > 3 }
    #expect(secrets.count > 1500)
    for figure in [
      "headline:persons:value", "students-by-grade:total:all", "duplicates-by-kind:total:children",
      "findings-by-rule:id-lossy:findings", "nutrition:total:all",
    ] {
      let found = try Tracer.trace(Self.name(figure), in: round)
      let printed =
        String(decoding: TraceText.csv(found), as: UTF8.self) + (try text(found, .thai))
      let words = Set(printed.split { ", \n".contains($0) }.map { String($0) })
      #expect(words.count > 3)
      #expect(secrets.isDisjoint(with: words), "\(figure)")
    }
  }
}
