import Aggregate
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Two sources that should say the same of four schools.
@Suite struct ReconciliationTests {
  /// Pupils of a list, and the same school by school as a wide table; `-` is a number that is missing.
  private struct Sources {
    var pupils = ["ป.1|ช|1", "ป.1|ญ|1", "ป.2|ช|1", "ป.1|ช|1", "ป.2|ญ|2"]
    var schools: [Int?] = [0, 0, 0, 1, 1]
    var wide = ["1|1|1|0|3", "1|0|0|1|2"]
    var wideSchools: [Int?] = [0, 1]
    /// Pupils by grade: boys, girls, rooms, year.
    var long = ["ป.1|1|1|1|2569", "ป.2|1|0|1|2569", "ป.1|1|0|1|2569", "ป.2|0|1|1|2569"]
    var longSchools: [Int?] = [0, 0, 1, 1]

    var round: SmallRound {
      var round = SmallRound()
      round.linked.schools = ["20010001", "20010002", "20010003", "20010004"].enumerated().map {
        School(code: $1, name: "โรงเรียน " + $1, registerRow: $0)
      }
      round.add(
        "pupil", [("grade", .text), ("sex", .text), ("room", .integer), ("name", .text)],
        pupils.map { $0 + "|ก" }, privacy: ["name": .name])
      round.place(schools, of: 0)
      round.add(
        "wide", ["p1b", "p1g", "p2b", "p2g", "all"].map { ($0, .integer) }, wide)
      round.place(wideSchools, of: 1)
      round.add(
        "long",
        [("grade", .text)] + ["boys", "girls", "rooms", "year"].map { ($0, .integer) }, long)
      round.place(longSchools, of: 2)
      return round
    }
  }

  private static let lists = [
    "grade.csv": "code,label_th,label_en\nป.1,ป.1,P1\nป.2,ป.2,P2\n",
    "sex.csv": "code,label_th,label_en\nช,ชาย,Male\nญ,หญิง,Female\n",
    "wide.csv": "column,grade,sex\np1b,ป.1,ช\np1g,ป.1,ญ\np2b,ป.2,ช\np2g,ป.2,ญ\nall,,\n",
    "long.csv": "column,sex\nboys,ช\ngirls,ญ\n",
    "wrong.csv": "column,sex\nboys,ชาย\n",
  ]

  private static let byCell = "by: { grade: grade.csv, sex: sex.csv }"
  private static let wide = """
    dataset: pupil
    against: wide
    \(byCell)
    first: { title: A, count: rows }
    second: { title: B, across: wide.csv }
    """
  private static let long = """
    dataset: pupil
    against: long
    \(byCell)
    first: { title: A, count: rows }
    second: { title: B, across: long.csv, year: year }
    """
  private static let rooms = """
    dataset: pupil
    against: long
    by: { grade: grade.csv }
    first: { title: A, distinct: room }
    second: { title: B, sum: rooms, year: year }
    """

  private struct Outcome {
    /// The texts of `{0} {1} {2}`, with the dataset and row that each stands at.
    let found: [String]
    let traced: TracedRound

    func lines(_ table: String) throws -> [String] {
      let figures = try #require(try traced.figures(of: table))
      return figures.table.rows.indices.map { row in
        let values = figures.table.columns.indices.map { column in
          switch figures.table[row, column].value {
          case .count(let count): "\(count)"
          case .noData: "–"
          default: "?"
          }
        }
        return figures.table.rows[row].key + ": " + values.joined(separator: " ")
      }
    }
  }

  private static func run(_ sources: Sources, _ comparison: String, more: String = "") throws
    -> Outcome
  {
    let small = sources.round
    let lists = lists
    let shelf = Shelf.files { lists[$0] }
    let round = AggregateRound(
      schemas: Dictionary(
        uniqueKeysWithValues: small.linked.clean.tables.map { ($0.name, $0.schema) }),
      register: nil, round: SmallRound.round, shelf: shelf)
    let rule = try YAMLFile.settings(
      "check: reconciled\nwhat: W\n" + comparison + "\n" + more, file: "r.yaml")
    var book = RuleBook()
    let added = book.add(
      Rule(
        code: "differs", title: LocalizedText("T"), severity: .error,
        message: LocalizedText("{2}: {0} {1}"), source: "test"))
    let place = try #require(added)
    let tables = try YAMLFile.settings(
      """
      tables:
        summary: { measure: reconciliation, by: summary, title: T }
        comparisons: { measure: reconciliation, by: comparison, title: T }
        differences: { measure: reconciliation, by: difference, title: T }
      """, file: "t.yaml")
    let plan = try AggregatePlan(
      tables: [tables], rules: [RuleSettings(rule: place, code: "differs", settings: rule)],
      round: round, shelf: shelf)
    let stage = AggregateStage(
      plan: plan, book: book,
      causes: CauseFinder(share: 1, fewestRows: .max, valueRules: []), round: SmallRound.round)
    var findings = Findings()
    let traced = try stage.traced(small.linked, findings: &findings)
    let found = findings.all.map { finding in
      guard case .row(let dataset, let row) = finding.subject else { return "nowhere" }
      let table = small.linked.clean.tables[dataset]
      let column = finding.column.map { ":" + table.schema.columns[$0].name } ?? ""
      return "\(table.name) \(row)\(column) " + finding.facts.texts.joined(separator: " ")
    }
    return Outcome(found: found, traced: traced)
  }

  private static func mistake(_ comparison: String) -> String {
    do {
      return "no mistake: " + (try run(Sources(), comparison).found.joined(separator: "; "))
    } catch { return "\(error)" }
  }

  // MARK: Equal and different

  @Test(arguments: [wide, long, rooms]) func sourcesThatSayTheSameAreEqual(
    comparison: String
  ) throws {
    var sources = Sources()
    if comparison == Self.rooms { sources.pupils[4] = "ป.2|ญ|7" }
    let outcome = try Self.run(sources, comparison)
    #expect(outcome.found == [])
    #expect(try outcome.lines("differences") == [])
    let sum = comparison == Self.rooms ? 4 : 5
    #expect(try outcome.lines("comparisons") == ["differs: 2 0 0 0 0 \(sum) \(sum) 0"])
    #expect(
      try outcome.lines("summary") == [
        "comparisons: 1", "comparisons-compared: 1", "comparisons-different: 0",
        "schools-compared: 2", "schools-different: 0", "schools-incomplete: 0", "differences: 0",
      ])
  }

  @Test func onePupilMoreIsOneDifference() throws {
    var sources = Sources()
    sources.pupils.append("ป.2|ญ|2")
    sources.schools.append(1)
    for (comparison, place) in [(Self.wide, "wide 1:p2g"), (Self.long, "long 3:girls")] {
      let outcome = try Self.run(sources, comparison)
      #expect(outcome.found == ["\(place) 2 1 ป.2 ญ"])
      #expect(try outcome.lines("differences") == ["differs/20010002/ป.2/ญ: 2 1 1"])
      #expect(try outcome.lines("comparisons") == ["differs: 1 1 0 0 0 6 5 1"])
    }
  }

  @Test func differencesThatCancelOutAreTold() throws {
    var sources = Sources()
    sources.pupils[0] = "ป.1|ญ|1"
    let outcome = try Self.run(sources, Self.wide)
    #expect(
      try outcome.lines("differences") == [
        "differs/20010001/ป.1/ช: 0 1 -1", "differs/20010001/ป.1/ญ: 2 1 1",
      ])
    #expect(try outcome.lines("comparisons") == ["differs: 1 1 0 0 0 5 5 0"])
  }

  /// As where the grade of a pupil is not known.
  @Test func aSumIsToldWhenNoneOfItsPartsDiffers() throws {
    var sources = Sources()
    sources.pupils.append("-|ช|1")
    sources.schools.append(0)
    let outcome = try Self.run(sources, Self.wide)
    #expect(outcome.found == ["wide 0:all 4 3 all"])
    sources.pupils.append("ป.1|ช|1")
    sources.schools.append(0)
    #expect(try Self.run(sources, Self.wide).found == ["wide 0:p1b 2 1 ป.1 ช"])
  }

  @Test func aGradeThatOnlyOneSourceHasDiffersFromNone() throws {
    var sources = Sources()
    sources.long.removeLast()
    sources.longSchools.removeLast()
    // It stands at the school's first row, for its own is not there.
    #expect(try Self.run(sources, Self.long).found == ["long 2:girls 1 0 ป.2 ญ"])
  }

  @Test func aToleranceLetsSmallDifferencesPass() throws {
    var sources = Sources()
    sources.pupils += ["ป.2|ญ|2", "ป.2|ญ|2", "ป.1|ญ|1"]
    sources.schools += [1, 1, 1]
    #expect(
      try Self.run(sources, Self.long, more: "tolerance: 1").found == ["long 3:girls 3 1 ป.2 ญ"])
  }

  @Test func aRoomIsCountedOnceHoweverManyPupilsItHas() throws {
    var sources = Sources()
    sources.pupils += ["ป.2|ญ|3", "ป.2|ญ|3", "ป.2|ช|-"]
    sources.schools += [1, 1, 1]
    #expect(try Self.run(sources, Self.rooms).found == ["long 3:rooms 2 1 ป.2"])
  }

  // MARK: What is not known

  @Test func aSchoolOfOneSourceIsCountedApart() throws {
    var sources = Sources()
    sources.wideSchools = [0, 2]
    let outcome = try Self.run(sources, Self.wide)
    #expect(outcome.found == [])
    #expect(try outcome.lines("comparisons") == ["differs: 1 0 0 1 1 3 3 0"])
    #expect(try outcome.lines("summary").contains("schools-incomplete: 2"))
  }

  @Test(arguments: ["1|-|1|0|-", "-|-|-|-|-"]) func aNumberThatIsMissingIsNotZero(
    row: String
  ) throws {
    var sources = Sources()
    sources.wide[0] = row
    let outcome = try Self.run(sources, Self.wide)
    #expect(outcome.found == [])
    let known = row.hasPrefix("1") ? 4 : 2
    #expect(try outcome.lines("comparisons") == ["differs: 1 0 1 0 0 \(known) \(known) 0"])
  }

  @Test func aWholeThatIsEqualNeedsNoParts() throws {
    var sources = Sources()
    sources.wide[0] = "-|-|-|-|3"
    #expect(
      try Self.run(sources, Self.wide).lines("comparisons") == ["differs: 2 0 0 0 0 5 5 0"])
  }

  @Test func anEmptyNumberIsZeroWhereTheRuleSaysSo() throws {
    var sources = Sources()
    sources.long[0] = "ป.1|1|-|1|2569"
    #expect(try Self.run(sources, Self.long).found == [])
    let zero = Self.long.replacing("year: year", with: "missing: zero")
    #expect(try Self.run(sources, zero).found == ["long 0:girls 1 0 ป.1 ญ"])
  }

  @Test func anotherAcademicYearIsNotCompared() throws {
    var sources = Sources()
    sources.long = sources.long.map { $0.replacing("2569", with: "2565") }
    sources.long[2] = "ป.1|9|9|9|-"
    let outcome = try Self.run(sources, Self.long)
    #expect(try outcome.lines("comparisons") == ["differs: 0 1 0 1 0 2 18 -16"])
  }

  @Test func aSourceThatWasNotHandedInIsNoData() throws {
    var sources = Sources()
    (sources.wide, sources.wideSchools) = ([], [])
    let outcome = try Self.run(sources, Self.wide)
    #expect(outcome.found == [])
    #expect(try outcome.lines("comparisons") == [])
    #expect(
      try outcome.lines("summary") == [
        "comparisons: 1", "comparisons-compared: –", "comparisons-different: –",
        "schools-compared: –", "schools-different: –", "schools-incomplete: –", "differences: –",
      ])
  }

  @Test func sourcesWithoutACommonSchoolAreNotEqual() throws {
    var sources = Sources()
    sources.wideSchools = [2, 3]
    let outcome = try Self.run(sources, Self.wide)
    #expect(try outcome.lines("comparisons") == ["differs: 0 0 0 2 2 – – –"])
    #expect(try outcome.lines("summary").contains("comparisons-different: –"))
  }

  @Test(arguments: ["9007199254740992", "-9007199254740992"])
  func aNumberThatNoSchoolHasSaysNothing(number: String) throws {
    var sources = Sources()
    sources.long[0] = "ป.1|\(number)|\(number)|\(number)|2569"
    for comparison in [Self.long, Self.rooms] {
      #expect(try Self.run(sources, comparison).found == [])
    }
  }

  // MARK: Laws

  @Test(arguments: [wide, long, rooms]) func everyFigureIsTheSumOfItsRows(
    comparison: String
  ) throws {
    var sources = Sources()
    sources.pupils += ["ป.2|ญ|3", "ป.1|ญ|-", "-|ญ|1", "ป.1|ช|1"]
    sources.schools += [1, 0, 0, 3]
    let outcome = try Self.run(sources, comparison)
    var figures = 0
    for table in ["comparisons", "differences"] {
      let traced = try #require(try outcome.traced.figures(of: table))
      for row in traced.table.rows.indices {
        for column in traced.table.columns.indices {
          let trace = try traced.trace(row: row, column: column)
          let figure = traced.table[row, column]
          figures += 1
          #expect(trace.addsUp(to: figure), "\(traced.table.id(row, column).text)")
          #expect(Set(trace.lines.map { $0.place }).count == figure.rows)
        }
      }
    }
    #expect(figures >= 11)
  }

  @Test(arguments: [wide, long, rooms]) func theOrderOfRowsChangesNoFigure(
    comparison: String
  ) throws {
    var sources = Sources()
    sources.pupils += ["ป.2|ญ|3", "ป.1|ญ|-", "-|ญ|1", "ป.1|ช|1"]
    sources.schools += [1, 0, 0, 3]
    let before = try Self.run(sources, comparison)
    sources.pupils.reverse()
    sources.schools.reverse()
    sources.wide.reverse()
    sources.wideSchools.reverse()
    sources.long.reverse()
    sources.longSchools.reverse()
    let after = try Self.run(sources, comparison)
    for table in ["summary", "comparisons", "differences"] {
      #expect(try before.lines(table) == after.lines(table))
    }
    #expect(try !before.lines("differences").isEmpty)
  }

  @Test func aQuarantinedRowIsNotThere() throws {
    var sources = Sources()
    sources.long.append("ป.2|5|5|5|2569")
    sources.longSchools.append(nil)
    #expect(try Self.run(sources, Self.long).found == [])
  }

  // MARK: Mistakes

  @Test(arguments: [
    (
      "title: A, count: rows", "title: A, count: row",
      "r.yaml:6:27: error: expected 'rows', found 'row'"
    ),
    (
      "title: A, count: rows", "title: A",
      "r.yaml:6:8: error: expected one of count, distinct, sum, across"
    ),
    (
      "title: A, count: rows", "title: A, distinct: name",
      "r.yaml:6:30: error: column 'name' tells of single persons; sources are compared by what everybody may see"
    ),
    (
      "title: A, count: rows", "title: A, count: rows, where: name = ก",
      "r.yaml:6:40: error: column 'name' tells of single persons; sources are compared by what everybody may see"
    ),
    (
      "title: A, count: rows", "title: A, sum: grade",
      "r.yaml:6:25: error: column 'grade' holds text values; expected a column of kind integer"
    ),
    (
      "across: long.csv", "across: wrong.csv",
      "wrong.csv:2:1: error: unknown sex 'ชาย'"
    ),
    (
      "across: long.csv", "across: long.csv, missing: none",
      "r.yaml:7:48: error: expected 'zero', found 'none'"
    ),
    (
      "against: long", "against: lang",
      "r.yaml:4:10: error: unknown dataset 'lang'; did you mean 'long'?"
    ),
  ])
  func aMistakeIsToldWithItsPlace(right: String, wrong: String, message: String) {
    let text = Self.mistake(Self.long.replacing(right, with: wrong))
    #expect(text.hasPrefix(message), "\(text)")
  }
}
