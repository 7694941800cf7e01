import Tables
import Testing

/// What a figure has become since an earlier round; 0, no data, not computed and hidden stay apart.
@Suite struct FigureChangeTests {
  typealias Value = Figure.Value

  @Test(arguments: [
    (Value.count(12), Value.count(10), Value.change(12, from: 10)),
    (.count(0), .count(0), .change(0, from: 0)),
    (.count(0), .count(5), .change(0, from: 5)),
    (.amount(hundredths: 250), .amount(hundredths: 100), .change(250, from: 100, in: .hundredths)),
    (.count(3), .amount(hundredths: 250), .change(300, from: 250, in: .hundredths)),
    (.share(1, of: 4), .share(1, of: 5), .change(2500, from: 2000, in: .points)),
    (.ratio(171, to: 10), .ratio(16, to: 1), .change(1710, from: 1600, in: .hundredths)),
    (
      .mean(500, of: 2, scale: 100), .mean(3, of: 2, scale: 1),
      .change(250, from: 150, in: .hundredths)
    ),
    (.ratio(3, to: 0), .ratio(3, to: 1), .noData),
    (.ratio(3, to: 1), .mean(3, of: 1, scale: 1), .noData),
    (.share(0, of: 0), .share(1, of: 5), .noData), (.share(1, of: 4), .count(1), .noData),
    (.count(.max), .count(-1), .noData), (.count(.max), .amount(hundredths: 1), .noData),
    (.count(1), .noData, .noData), (.noData, .count(1), .noData),
    (.notComputed, .count(1), .notComputed), (.noData, .notComputed, .notComputed),
    (.suppressed, .count(1), .suppressed), (.count(1), .suppressed, .suppressed),
    (.notComputed, .suppressed, .suppressed), (.suppressed, .noData, .suppressed),
  ])
  func aChangeIsADifferenceOrTheGapThatIsThere(now: Value, before: Value, change: Value) {
    #expect(now.change(since: before) == change)
  }

  @Test func aFigureThatStoodInNoEarlierRoundHasNoChange() {
    #expect(Value.count(3).change(since: nil) == .noData)
    #expect(Value.suppressed.change(since: nil) == .suppressed)
  }

  @Test(arguments: [
    ("0", 0), ("12", 1200), ("-3", -300), ("12.5", 1250), ("12.05", 1205), ("-0.05", -5),
    ("-0", 0), ("1.005", nil), ("1.", nil), (".5", nil), ("", nil), ("-", nil), ("+1", nil),
    ("1e3", nil), ("1.-5", nil), ("--1", nil), ("9223372036854775807", nil), ("๑", nil),
  ])
  func aNumberOfTwoDecimalsIsReadInHundredths(text: String, hundredths: Int?) {
    #expect(FixedPoint.hundredths(text) == hundredths)
  }

  @Test(arguments: [0, 5, -5, 10, 1205, -1205, .max, .min])
  func whatIsWrittenInHundredthsIsReadBack(value: Int) {
    #expect(FixedPoint.hundredths(FixedPoint.text(value, scale: 100)) == value)
  }
}
