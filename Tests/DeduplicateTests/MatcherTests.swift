import Deduplicate
import Tables
import TestKit
import Testing

/// The model of student lists on made children, from rows to clusters.
@Suite struct MatcherTests {
  private static let model = Result { try ProjectFiles.text("pipelines/matching/student.yaml") }

  private func match(_ rows: [MadeChildren.Row], jobs: Int = 1) throws -> MatchCase {
    MatchCase(try Self.model.get(), MadeChildren.table(rows), jobs: jobs)
  }

  /// The clusters as kinds and the lines of their rows, whatever the order of these.
  private func clusters(_ rows: [MadeChildren.Row], jobs: Int = 1) async throws -> Set<[String]> {
    let links = try await match(rows, jobs: jobs).links()
    return Set(
      links.clusters.map { cluster in
        [cluster.kind.rawValue, cluster.certainty.rawValue]
          + cluster.rows(of: 0).map { rows[$0].line }.sorted()
      })
  }

  /// The rows, from 1, that are one person's.
  private func persons(_ rows: [MadeChildren.Row]) async throws -> [[Int]] {
    try await match(rows).links().clusters.filter { $0.isOnePerson }
      .map { $0.rows(of: 0).map { $0 + 1 } }
  }

  /// Registrations of one child in every way, twins, and one number on two children, above the rest.
  private func mixed(_ seed: UInt64) -> [MadeChildren.Row] {
    var made = MadeChildren(seed: seed)
    var rows = made.children(300)
    for (place, change) in Self.changes.enumerated() {
      var again = rows[place]
      change(&again)
      rows.append(again)
    }
    for place in 100..<120 {
      var twin = rows[place]
      twin.first = made.name(2)
      twin.id = CheckedNumber.make(50_000 + place)
      rows.append(twin)
    }
    for place in 200..<205 { rows[place].id = rows[place + 50].id }
    return rows
  }

  private static let changes: [@Sendable (inout MadeChildren.Row) -> Void] = [
    { $0.school = "20010009" }, { $0.id = "" }, { $0.id = "G642000000001" },
    { $0.id = String($0.id.dropLast(2)) + "99" }, { $0.birth = $0.birth.dropLast(2) + "28" },
    { ($0.first, $0.last) = ($0.last, $0.first) }, { $0.first += "์" }, { $0.mother = "" },
    { $0.grade = "ป.4" }, { $0.house = "999" }, { $0.last = "เปลี่ยนใหม่" },
    { ($0.id, $0.school) = ("", "20010008") },
  ]

  @Test(arguments: [1, 2] as [UInt64])
  func everyWayToRegisterAChildTwiceIsFound(seed: UInt64) async throws {
    let rows = mixed(seed)
    let found = Set(try await persons(rows))
    let expected = Set(Self.changes.indices.map { [$0 + 1, $0 + 301] })
    #expect(found == expected, "\(found.symmetricDifference(expected))")
  }

  @Test(arguments: [1, 2] as [UInt64])
  func neitherTheOrderOfRowsNorTheNumberOfJobsChangesAnything(seed: UInt64) async throws {
    let rows = mixed(seed)
    var made = MadeChildren(seed: seed &+ 100)
    let shuffled = made.shuffled(rows)
    let one = try await clusters(rows)
    #expect(one.count > 15)
    for jobs in 2...3 {
      let several = try await clusters(rows, jobs: jobs)
      #expect(several == one)
      let otherwise = try await clusters(shuffled, jobs: jobs)
      #expect(otherwise == one)
    }
    let scores = try await match(rows).links().clusters.map { $0.score }
    let again = try await match(rows, jobs: 3).links().clusters.map { $0.score }
    #expect(scores == again)
  }

  @Test func twinsStayTwo() async throws {
    var made = MadeChildren(seed: 7)
    var rows = made.children(100)
    for place in 0..<40 {
      var twin = rows[place]
      twin.first = made.name(2)
      // Numbered one after the other, without a number, or with one of which a digit is wrong.
      switch place % 3 {
      case 0: twin.id = CheckedNumber.make((place + 1) * 37 + 1)
      case 1: twin.id = ""
      default: twin.id = String(CheckedNumber.make(60_000 + place).dropLast()) + "0"
      }
      rows.append(twin)
    }
    #expect(try await persons(rows) == [])
  }

  @Test func brothersAndNamesakesStayTwo() async throws {
    var made = MadeChildren(seed: 8)
    var rows = made.children(100)
    for place in 0..<30 {
      var brother = made.child()
      (brother.last, brother.mother, brother.father) =
        (rows[place].last, rows[place].mother, rows[place].father)
      (brother.house, brother.village) = (rows[place].house, rows[place].village)
      rows.append(brother)
      var namesake = made.child()
      (namesake.first, namesake.last) = (rows[place + 40].first, rows[place + 40].last)
      rows.append(namesake)
    }
    #expect(try await persons(rows) == [])
  }

  @Test func childrenWhoShareANumberAreACollisionAndNeverOne() async throws {
    var made = MadeChildren(seed: 9)
    var rows = made.children(100)
    for place in 0..<10 { rows[place].id = rows[place + 10].id }
    let links = try await match(rows).links()
    #expect(links.clusters.map { $0.kind } == Array(repeating: .collision, count: 10))
    #expect(links.clusters.map { $0.rows(of: 0) } == (0..<10).map { [$0, $0 + 10] })
    #expect(links.clusters.allSatisfy { $0.score == 0 && !$0.isOnePerson })
    #expect(!(0..<100).contains { links.further[$0] })
  }

  /// B agrees with A and with C, who have two sound numbers and different parents.
  @Test func aRowBetweenTwoChildrenJoinsOneOfThem() async throws {
    var made = MadeChildren(seed: 10)
    var rows = made.children(100)
    var (between, other) = (rows[0], rows[0])
    (between.id, between.mother, between.father) = ("", "", "")
    (other.id, other.mother, other.father) =
      (CheckedNumber.make(70_000), made.name(2), made.name(2))
    rows += [between, other]
    let explained = try #require(try await match(rows).explain(1, 102))
    #expect(explained.evidence.apart == "two-numbers-two-families")
    #expect(explained.outcome == .apart("two-numbers-two-families"))
    let found = try await persons(rows)
    #expect(found == [[1, 101]] || found == [[101, 102]], "\(found)")
  }

  @Test func onlyOneRegistrationIsKept() async throws {
    let rows = mixed(3)
    let links = try await match(rows).links()
    for cluster in links.clusters where cluster.isOnePerson {
      #expect(cluster.members.count { $0.suggestion == .keep } == 1)
      for member in cluster.members {
        #expect(links.further[member.row] == (member.suggestion != .keep))
      }
    }
  }
}
