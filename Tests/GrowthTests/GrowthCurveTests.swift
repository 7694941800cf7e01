import Growth
import Settings
import TestKit
import Testing

/// z-scores against numbers worked out by hand, or by Python where a power is in them.
@Suite struct GrowthCurveTests {
  /// Invented lines: −3 is 14 kg, −2 is 16, 0 is 20, +2 is 26 and +3 is 30.
  private static let lines = """
    measure,sex,at,sd-3,sd-2,sd0,sd+2,sd+3
    weight-for-age,male,60,14,16,20,26,30
    weight-for-age,female,60,14,16,20,26,30
    """
  private static let formula = """
    measure,sex,at,l,m,s
    weight-for-age,male,60,-0.5,20,0.15
    weight-for-age,female,60,0,20,0.15
    height-for-age,male,60,1,110,0.04
    height-for-age,female,60,1,110,0.04
    """

  private func curve(
    _ csv: String, _ measure: GrowthMeasure = .weightForAge, _ sex: GrowthSex = .male,
    at place: Int = 60
  ) throws -> GrowthCurve {
    let reference = try GrowthReference(csv: csv, file: "growth.csv")
    return try #require(reference.curve(measure, sex, at: place))
  }

  private static let onLines: [(Double, Double)] = [
    // On a line it is that line exactly; between two it is in proportion: 18 is half of 16…20.
    (14, -3), (16, -2), (17, -1.5), (18, -1), (20, 0), (23, 1), (26, 2), (30, 3),
    // Beyond the ends at the distance of the two outermost: 2 kg below, 4 kg above.
    (12, -4), (2, -9), (34, 4), (32, 3.5), (0, -10),
  ]

  @Test(arguments: onLines) func followsTheLines(_ value: Double, _ score: Double) throws {
    #expect(try curve(Self.lines).score(of: value) == score)
  }

  // python: ((y/20)**-0.5 - 1)/(-0.5*0.15); beyond ±3 by 20*(1-0.075*z)**-2 at ±2 and ±3.
  private static let byFormula: [(Double, Double)] = [
    (20, 0), (16, -1.573_787), (26, 1.639_226), (14, -2.603_048), (30, 2.446_712),
    (12, -3.739_672), (40, 4.193_051), (60, 7.753_679),
  ]

  @Test(arguments: byFormula) func followsTheFormula(_ value: Double, _ score: Double) throws {
    #expect(abs(try curve(Self.formula).score(of: value) - score) < 1e-6)
  }

  // With l = 0 it is ln(y/20)/0.15: ln 1.2/0.15 = 1.215477; with l = 1 it is (y − 110)/4.4.
  @Test func aPowerOfNoneAndOfOneAreSimple() throws {
    #expect(
      abs(try curve(Self.formula, .weightForAge, .female).score(of: 24) - 1.215_477) < 1e-6)
    #expect(abs(try curve(Self.formula, .heightForAge).score(of: 101.2) + 2) < 1e-9)
    #expect(abs(try curve(Self.formula, .heightForAge).score(of: 88) + 5) < 1e-9)
  }

  @Test(arguments: [lines, formula]) func aLargerValueHasALargerScore(_ csv: String) throws {
    for measure in [GrowthMeasure.weightForAge, .heightForAge] {
      for sex in GrowthSex.allCases {
        let reference = try GrowthReference(csv: csv, file: "growth.csv")
        guard let curve = reference.curve(measure, sex, at: 60) else { continue }
        let scores = (0...20_000).map { curve.score(of: Double($0) / 100) }
        #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 < $1 })
      }
    }
  }

  @Test func aHeightBetweenTwoIsMixedOfThem() throws {
    let csv = """
      measure,sex,at,sd-2,sd0,sd+2
      weight-for-height,male,100,13,15,18
      weight-for-height,male,100.5,14,16,20
      weight-for-height,female,100,13,15,18
      """
    // A fifth of the way: 13.2, 15.2 and 18.4.
    let curve = try curve(csv, .weightForHeight, at: 10_010)
    for (value, score) in [(13.2, -2.0), (15.2, 0), (16.8, 1), (18.4, 2)] {
      #expect(abs(curve.score(of: value) - score) < 1e-9)
    }
    let reference = try GrowthReference(csv: csv, file: "growth.csv")
    #expect(reference.curve(.weightForHeight, .male, at: 9_999) == nil)
    #expect(reference.curve(.weightForHeight, .male, at: 10_051) == nil)
    #expect(reference.curve(.weightForHeight, .female, at: 10_010) == nil)
    #expect(!reference.covers(.weightForAge))
  }
}
