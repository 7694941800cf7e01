import Aggregate
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// What the public may not see, and cannot compute.
@Suite struct SuppressionTests {
  /// Pupils as `school|grade|sex|faith|lacks`, so many of each.
  private static func round(
    _ pupils: [(String, Int)], fewest: Int = 5
  ) throws -> CountedRound {
    var round = CountedRound()
    round.register(["20010001|ก", "20010002|ก", "20010003|ข", "20010004|ข"])
    let rows = pupils.flatMap { [String](repeating: $0.0, count: $0.1) }
    round.small.add(
      "pupil",
      [
        ("school", .text), ("grade", .text), ("sex", .text), ("faith", .text), ("lacks", .text),
        ("weight", .integer),
      ],
      rows.map { $0 + "|20" },
      privacy: ["faith": .sensitive, "lacks": .sensitive, "weight": .sensitive])
    round.small.place(
      rows.map { row in ["1", "2", "3", "4"].firstIndex(of: String(row.prefix(1))) }, of: 1)
    round.lists = [
      "grade.csv": "code,level\n1,p\n2,p\n3,s\n", "level.csv": "code\np\ns\n",
      "sex.csv": "code\nm\nf\n",
    ]
    round.suppression = try SuppressionRule(
      YAMLFile.settings("fewest: \(fewest)\n", file: "p.yaml"))
    return round
  }

  private static let faiths: [(String, Int)] = [
    ("1|1|m|b|-", 30), ("1|1|m|i|-", 6), ("1|1|m|c|-", 2), ("2|1|m|b|-", 20), ("2|1|m|i|-", 12),
  ]

  @Test(
    arguments: [
      // The smallest further number is hidden, too, for else the total would tell the small one.
      (5, "rows: faith\ncount: persons", ["b: 50", "c: *", "i: *", "total: 70"]),
      (2, "rows: faith\ncount: persons", ["b: 50", "c: 2", "i: 18", "total: 70"]),
      // Nothing that is sensitive is told.
      (5, "rows: grade\nwhere: sex = m\ncount: persons", ["1: 70", "total: 70"]),
      (
        5, "rows: faith\ncolumns: [school]\ncount: persons",
        ["b: 30 20 0 0 50", "c: * 0 0 0 *", "i: * 12 0 0 *", "total: 38 32 0 0 70"]
      ),
      // A share of what is hidden is hidden, and the whole is not.
      (
        5,
        "rows: school\nquantities: { c: { count: persons, where: faith = c }, all: { count: persons }, share: { share: c, in: all } }",
        ["20010001: * 38 *"]
      ),
    ] as [(Int, String, [String])])
  func asMuchIsHiddenAsMustBe(fewest: Int, table: String, lines: [String]) throws {
    let round = try Self.round(Self.faiths, fewest: fewest)
    #expect(
      try round.lines("dataset: pupil\n" + table).dropFirst().prefix(lines.count) == lines[...])
  }

  /// Who reads the order of the lines learns no number, either.
  @Test func linesThatAreHiddenAreSortedByNothing() throws {
    let round = try Self.round(Self.faiths)
    let table =
      "dataset: pupil\nrows: faith\nquantities: { n: { count: persons } }\nsort: { by: n }"
    #expect(try round.lines(table).dropFirst() == ["c: *", "i: *", "b: 50", "total: 70"])
  }

  @Test func whatIsHiddenHasNoRows() throws {
    let figures = try Self.round(Self.faiths).figures(
      "dataset: pupil\nrows: faith\ncount: persons")
    let hidden = figures.table.rows.indices.filter { figures.table[$0, 0].value == .suppressed }
    #expect(hidden.count == 2)
    for row in hidden {
      #expect(figures.table[row, 0].rows == 0)
      #expect(try figures.trace(row: row, column: 0).lines.isEmpty)
    }
    #expect(
      figures.table.notes.map { $0.english } == [
        "* is hidden: fewer than 5, or needed to keep such a number from being computed"
      ])
  }

  @Test(arguments: [
    ("fewest: 1", "p.yaml:1:9: error: expected a number of persons from 2 to 1000, found '1'"),
    ("least: 5", "p.yaml:1:1: error: unknown key 'least'; expected fewest"),
  ])
  func aMistakeOfTheRuleIsTold(rule: String, message: String) throws {
    let settings = try YAMLFile.settings(rule + "\n", file: "p.yaml")
    let error = #expect(throws: SettingsError.self) { try SuppressionRule(settings) }
    #expect(error?.description == message)
  }

  // MARK: An attack

  private static let grade = "{ column: grade, codes: grade.csv, groups: level.csv }"

  private static func pupils(_ seed: UInt64) -> [(String, Int)] {
    var random = SeededGenerator(seed)
    var pupils: [(String, Int)] = []
    for school in 1...4 {
      for grade in 1...3 {
        for sex in ["m", "f"] {
          for faith in ["b", "c", "i", "-"] {
            for lacks in ["x", "-"] {
              // Every other office has hardly any pupils.
              let ranges = [0...0, 0...0, 0...0, 0...1, 1...4, 5...30]
              let range =
                (seed.isMultiple(of: 2) ? ranges : [0...0, 0...0, 0...0, 0...0, 0...1, 0...2])
                .randomElement(using: &random)
              let count = Int.random(in: range ?? 0...0, using: &random)
              pupils.append(("\(school)|\(grade)|\(sex)|\(faith)|\(lacks)", count))
            }
          }
        }
      }
    }
    return pupils
  }

  @Test(
    arguments: [
      "rows: faith", "rows: faith\ncolumns: [school]", "rows: [school, faith]",
      "rows: school\ncolumns: [\(grade), faith]", "rows: faith\ncolumns: [\(grade), sex]",
      "rows: [\(grade), faith]\ncolumns: [sex]", "rows: [\(grade), sex]\ncolumns: [faith]",
      "rows: [faith, \(grade)]\ncolumns: [school]",
      "rows: school\nwhere: lacks is present\ncolumns: [\(grade), sex]",
      "rows: \(grade)\nwhere: faith = c\ncolumns: [sex]",
      "rows: school\nwhere: lacks is present\ncolumns: [faith]",
    ], 0..<12 as Range<UInt64>)
  func nothingThatIsHiddenCanBeComputed(table: String, seed: UInt64) throws {
    try attack(Self.round(Self.pupils(seed)), "\(table)\ncount: persons", [["count"]])
  }

  /// What is left over of a sum, by itself or together with others, is found; what may be either is not.
  @Test func theAttackerFindsWhatIsToBeFound() {
    let square = Attacker(
      cells: 4, equations: [([0, 1], 9), ([2, 3], 7), ([0, 2], 6), ([1, 3], 10)], most: 100)
    #expect(!square.determines([0]) && square.determines([0, 1]))
    #expect(square.determines([0, 1, 2, 3]))
    let left = Attacker(cells: 3, equations: [([0, 1, 2], 12), ([0, 1], 10)], most: 100)
    #expect(left.determines([2]) && !left.determines([0]))
    let bound = Attacker(cells: 2, equations: [([0, 1], 0)], most: 100)
    #expect(bound.determines([1]))
  }

  /// What one quantity leaves of another, as persons are registrations less further ones.
  @Test(
    arguments: [
      (
        "quantities: { p: { count: persons }, f: { count: further }, r: { count: registrations } }\nrows: faith\ncolumns: [school]",
        [["p", "r"], ["f", "r"]]
      ),
      (
        "quantities: { x: { count: persons, where: lacks is present }, o: { count: persons, where: lacks is missing }, r: { count: persons } }\nrows: school\ncolumns: [\(grade)]",
        [["x", "r"], ["o", "r"]]
      ),
      (
        "quantities: { x: { count: persons, where: lacks is present }, r: { count: persons } }\nrows: school\ncolumns: [sex]",
        [["x", "r"], ["r"]]
      ),
    ] as [(String, [[String]])], 0..<12 as Range<UInt64>)
  func noQuantityTellsWhatAnotherHides(
    of table: (table: String, parts: [[String]]), seed: UInt64
  ) throws {
    var round = try Self.round(Self.pupils(seed))
    var random = SeededGenerator(seed)
    let rows = round.small.linked.links[1].further.count
    round.repeats((0..<rows).filter { _ in Int.random(in: 0..<8, using: &random) == 0 }, of: 1)
    try attack(round, table.table, table.parts)
  }

  /// - Parameter parts: the unknown numbers of a cell, each with the quantities that count it.
  private func attack(_ round: CountedRound, _ table: String, _ parts: [[String]]) throws {
    var open = round
    open.suppression = nil
    let whole = try open.figures("dataset: pupil\n" + table).table
    let shown = try round.figures("dataset: pupil\n" + table).table
    #expect(whole.rows.map { $0.key } == shown.rows.map { $0.key })
    let leaves = (
      whole.rows.map { $0.key }.filter(Self.isLeaf),
      Set(whole.columns.map { Self.column($0.key, parts).span }.filter(Self.isLeaf)).sorted()
    )
    let width = leaves.1.count * parts.count
    /// The unknown that a figure is the sum of.
    let cells = { (row: Int, column: Int) -> [Int] in
      let (span, quantity) = Self.column(whole.columns[column].key, parts)
      return leaves.0.indices.filter { Self.holds(whole.rows[row].key, leaves.0[$0]) }.flatMap {
        line in
        leaves.1.indices.filter { Self.holds(span, leaves.1[$0]) }.flatMap { column in
          parts.indices.filter { parts[$0].contains(quantity) }.map { part in
            line * width + column * parts.count + part
          }
        }
      }
    }
    var equations: [(cells: [Int], sum: Int)] = []
    var hidden: [(name: String, cells: [Int])] = []
    for row in whole.rows.indices {
      for column in whole.columns.indices {
        guard case .count(let count) = whole[row, column].value else { continue }
        switch shown[row, column].value {
        case .count(let told):
          #expect(told == count)
          equations.append((cells(row, column), count))
        case .suppressed where count > 0 || parts.count == 1:
          hidden.append(("\(whole.id(row, column).text) \(count)", cells(row, column)))
        case .suppressed: break
        default: Issue.record("\(whole.id(row, column).text)")
        }
      }
    }
    let attacker = Attacker(cells: leaves.0.count * width, equations: equations, most: 100_000)
    for (name, cells) in hidden { #expect(!attacker.determines(cells), "\(name)") }
  }

  private static let groups = ["p": ["1", "2"], "s": ["3"]]

  private static func isLeaf(_ span: String) -> Bool {
    !span.split(separator: "/").contains { ["all", "total", "p", "s"].contains($0) }
  }

  private static func holds(_ span: String, _ leaf: String) -> Bool {
    let own = leaf.split(separator: "/")
    return span.split(separator: "/").enumerated().allSatisfy { place, word in
      ["all", "total"].contains(word) || own[place] == word
        || groups[String(word)]?.contains(String(own[place])) ?? false
    }
  }

  /// The span of a column, and its quantity.
  private static func column(
    _ key: String, _ parts: [[String]]
  ) -> (span: String, quantity: String) {
    if parts == [["count"]] { return (key, "count") }
    let words = key.split(separator: "/")
    return (words.dropLast().joined(separator: "/"), String(words.last ?? ""))
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func theSameFiguresAreHiddenWhateverTheOrderOfTheRows(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let table =
      "dataset: pupil\nrows: [school, faith]\ncolumns: [\(Self.grade), sex]\ncount: persons"
    let lines = try Self.round(Self.pupils(seed)).lines(table)
    let rows = Self.pupils(seed).flatMap { [(String, Int)](repeating: ($0.0, 1), count: $0.1) }
      .shuffled(using: &random)
    #expect(try Self.round(rows).lines(table) == lines)
    #expect(lines.contains { $0.contains("*") })
  }
}
