import Deduplicate
import Tables
import TestKit
import Testing

/// What a level weighs is learned from the rows, and a score is the sum of what is told.
@Suite struct LearningTests {
  /// Pairs of one child have one name and number; `hair` agrees in four of five of them, and by chance in one of four.
  private static let model = """
    keys: { name: [name] }
    comparisons:
      name: { compares: name, of: name }
      number: { compares: same, of: number }
      hair: { compares: same, of: hair, expect: { equal: 50 } }
    """

  private func table(_ seed: UInt64, children: Int, agreeing: Int) -> String {
    var random = SeededGenerator(seed)
    var lines = ["name,number,hair"]
    for child in 0..<children {
      let hair = Int.random(in: 0..<4, using: &random)
      lines.append("child\(child),\(child),\(hair)")
      guard child < children / 2 else { continue }
      let other = Int.random(in: 0..<100, using: &random) < agreeing ? hair : (hair + 1) % 4
      lines.append("child\(child),\(child),\(other)")
    }
    return lines.joined(separator: "\n")
  }

  private func weight(
    _ comparison: String, _ level: String, _ table: String
  ) async throws -> Int {
    let links = try await MatchCase(Self.model, table).links()
    let levels = try #require(links.matching).levels
    return try #require(levels.first { $0.comparison == comparison && $0.level == level })
      .againstStrangers
  }

  /// log2(0.8 / 0.25) and log2(0.2 / 0.75), in hundredths.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func plantedChancesAreLearned(seed: UInt64) async throws {
    let table = table(seed, children: 4000, agreeing: 80)
    let equal = try await weight("hair", "equal", table)
    let different = try await weight("hair", "different", table)
    #expect(abs(equal - 168) <= 15, "\(equal)")
    #expect(abs(different + 191) <= 25, "\(different)")
  }

  @Test func whatAgreesMoreOftenWeighsMore() async throws {
    var weights: [Int] = []
    for agreeing in [50, 70, 90] {
      let table = table(4, children: 2000, agreeing: agreeing)
      weights.append(try await weight("hair", "equal", table))
    }
    #expect(weights == weights.sorted() && Set(weights).count == 3, "\(weights)")
  }

  @Test func theSameRowsTeachTheSame() async throws {
    let lines = table(5, children: 1000, agreeing: 80).split(separator: "\n").map { String($0) }
    var random = SeededGenerator(6)
    let shuffled = [lines[0]] + lines.dropFirst().shuffled(using: &random)
    let one = try await MatchCase(Self.model, lines.joined(separator: "\n")).links()
    for jobs in 1...3 {
      let links = try await MatchCase(
        Self.model, shuffled.joined(separator: "\n"), jobs: jobs
      ).links()
      let (left, right) = (try #require(one.matching), try #require(links.matching))
      #expect(left.priors == right.priors)
      #expect(left.levels.map { $0.againstStrangers } == right.levels.map { $0.againstStrangers })
      #expect(left.pairs == right.pairs)
    }
  }

  @Test func withFewRowsTheModelsExpectationStands() async throws {
    let weight = try await weight("number", "equal", "name,number,hair\na,1,1\nb,2,2\nc,3,3")
    #expect(weight > 0)
  }

  @Test func scoresAreTheExactSumsOfTheirParts() async throws {
    var made = MadeChildren(seed: 11)
    var rows = made.children(300)
    for place in 0..<20 {
      var again = rows[place]
      (again.school, again.house) = ("20010009", "7")
      if place % 2 == 0 { again.id = "" }
      rows.append(again)
    }
    let model = try ProjectFiles.text("pipelines/matching/student.yaml")
    let links = try await MatchCase(model, MadeChildren.table(rows)).links()
    let report = try #require(links.matching)
    #expect(links.clusters.count == 20)
    for cluster in links.clusters {
      for link in cluster.links {
        let sum = link.items.reduce(link.prior) { $0 + $1.points + $1.rarity }
        #expect(link.points == sum)
        #expect(link.prior == report.priors[link.rival == .strangers ? 0 : 1])
        for item in link.items where item.level != "missing" {
          let level = try #require(
            report.levels.first { $0.comparison == item.comparison && $0.level == item.level })
          #expect(
            item.points
              == (link.rival == .strangers ? level.againstStrangers : level.againstFamily))
        }
        for item in link.items where item.level == "missing" {
          #expect(item.points == 0 && item.rarity == 0)
        }
      }
      let weakest = try #require(cluster.links.map { $0.points }.min())
      #expect(cluster.score == Weights.probability(Int32(weakest)))
    }
  }

  @Test(arguments: [(0, 0.5), (100, 2.0 / 3), (-100, 1.0 / 3), (1000, 1024.0 / 1025)])
  func pointsAreDoublings(points: Int, probability: Double) {
    #expect(abs(Weights.probability(Int32(points)) - probability) < 1e-12)
  }
}
