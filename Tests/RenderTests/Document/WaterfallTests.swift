import Render
import Settings
import Tables
import Testing

struct WaterfallTests {
  private static let row = RowReference(dataset: 0, row: 0)

  private static func evidence(_ items: [(String, Int, Int)], apart: String? = nil) -> MatchEvidence
  {
    MatchEvidence(
      left: row, right: RowReference(dataset: 0, row: 1), rival: .strangers, prior: -1505,
      items: items.map { .init(comparison: $0.0, level: "equal", points: $0.1, rarity: $0.2) },
      apart: apart)
  }

  private static func waterfall(_ evidence: MatchEvidence) throws -> Waterfall {
    Waterfall(
      evidence, MatchNames(guards: ["twins": LocalizedText("they are twins")]),
      try MatchWords(Printing.matchSettings.settings(), language: .english))
  }

  @Test func whatSpeaksForItComesFirstAndTheStrongestFirst() throws {
    let fall = try Self.waterfall(
      Self.evidence([("sex", 98, 0), ("birth", -300, 0), ("name", 700, 210), ("mother", -400, 0)]))
    #expect(fall.steps.map { $0.label } == ["prior {0} {1}", "name", "sex", "mother", "birth"])
    #expect(fall.steps.map { $0.points } == [-1505, 910, 98, -400, -300])
    #expect(fall.steps[1].detail == "equal · rare +2.10 {1}")
    #expect(fall.agreeing == ["name equal · rare +2.10 {1} +9.10", "sex equal +0.98"])
    #expect(fall.differing == ["mother equal -4.00", "birth equal -3.00"])
  }

  @Test func everyStepBeginsWhereTheOneBeforeEnds() throws {
    let evidence = Self.evidence([("a", 1234, -7), ("b", 0, 0), ("c", -5, 5), ("d", -99, 0)])
    let fall = try Self.waterfall(evidence)
    #expect(fall.steps.first?.start == 0)
    #expect(zip(fall.steps, fall.steps.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(fall.sum == evidence.points)
    #expect(fall.sum == fall.steps.reduce(0) { $0 + $1.points })
  }

  @Test func whatWeighsNothingIsToldBesideTheSteps() throws {
    let fall = try Self.waterfall(Self.evidence([("a", 0, 0), ("b", 5, -5), ("c", 1, 0)]))
    #expect(fall.silentSentence == "silent a (equal), b (equal) {1}")
    #expect(try Self.waterfall(Self.evidence([("c", 1, 0)])).silentSentence == nil)
  }

  @Test func aGuardIsToldByItsTitle() throws {
    let fall = try Self.waterfall(Self.evidence([("c", 1, 0)], apart: "twins"))
    #expect(fall.apart == "apart they are twins {1}")
  }
}
