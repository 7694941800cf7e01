import Render
import Tables
import Testing

struct NumberTextTests {
  @Test(arguments: [
    (Figure.Value.count(0), "0"), (.count(999), "999"), (.count(1000), "1,000"),
    (.count(1_234_567), "1,234,567"), (.count(-1234), "−1,234"),
    (.count(Int.min), "−9,223,372,036,854,775,808"),
    (.amount(hundredths: 0), "0.00"), (.amount(hundredths: 114_550_050), "1,145,500.50"),
    (.amount(hundredths: -5), "−0.05"),
    (.share(1, of: 3), "33.3%"), (.share(2, of: 3), "66.7%"), (.share(5, of: 5), "100.0%"),
    (.share(1999, of: 2000), "100.0%"), (.share(0, of: 9), "0.0%"), (.share(3, of: 0), "–"),
    (.share(20, of: 1), "2,000.0%"), (.share(-1, of: 8), "−12.5%"),
    (.share(Int.max, of: 1), "–"), (.share(201, of: 400), "50.3%"),
    (.share(-201, of: 400), "−50.3%"),
    (.ratio(17, to: 1), "1 : 17"), (.ratio(92, to: 10), "1 : 9.2"), (.ratio(90, to: 10), "1 : 9"),
    (.ratio(115, to: 11), "1 : 10"), (.ratio(1046, to: 100), "1 : 10"),
    (.ratio(21, to: 2), "1 : 11"),
    (.ratio(999, to: 100), "1 : 10"), (.ratio(3, to: 0), "–"),
    (.ratio(12_345, to: 1), "1 : 12,345"),
    (.mean(23, of: 40, scale: 1), "0.58"), (.mean(4906, of: 2, scale: 100), "24.53"),
    (.mean(1, of: 0, scale: 1), "–"), (.mean(.max, of: 1, scale: 1), "–"),
    (.change(2812, from: 2800), "+12 (+0.4%)"), (.change(45, from: 50), "−5 (−10.0%)"),
    (.change(7, from: 7), "0"), (.change(5, from: 0), "+5"), (.change(0, from: 5), "−5 (−100.0%)"),
    (.change(30_001, from: 30_000), "+1 (+0.0%)"), (.change(29_999, from: 30_000), "−1 (−0.0%)"),
    (.change(-2, from: -4), "+2 (+50.0%)"), (.change(.max, from: .min), "–"),
    (.change(.max, from: 1), "+9,223,372,036,854,775,806"),
    (.change(1250, from: 1000, in: .hundredths), "+2.50 (+25.0%)"),
    (.change(1234, from: 1350, in: .points), "−1.16 pp"),
    (.noData, "–"), (.notComputed, "…"), (.suppressed, "*"),
  ])
  func aFigureIsWrittenForAReader(value: Figure.Value, text: String) {
    #expect(NumberText.of(value) == text)
  }
}
