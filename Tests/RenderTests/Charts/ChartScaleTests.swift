import Render
import Tables
import Testing

struct ChartScaleTests {
  @Test(arguments: [
    ([0.0, 1498], [0.0, 500, 1000, 1500]),
    ([86], [0, 50, 100]),
    ([3], [0, 1, 2, 3]),
    ([1], [0, 1]),
    ([0], [0, 1]),
    ([], [0, 1]),
    ([-29, 74], [-50, 0, 50, 100]),
    ([-7, -3], [-8, -6, -4, -2, 0]),
    ([9e18], [0, 5e18, 1e19]),
  ])
  func stepsAreRound(numbers: [Double], ticks: [Double]) {
    let scale = ChartScale(covering: numbers, steps: 4, isWhole: true)
    #expect(scale.ticks == ticks, "\(scale)")
  }

  @Test func whatHasNoHalvesHasNoHalvesAtItsAxis() {
    #expect(ChartScale(covering: [2], steps: 4, isWhole: true).step == 1)
    #expect(ChartScale(covering: [2], steps: 4, isWhole: false).step == 0.5)
    #expect(ChartScale(covering: [0.25], steps: 5, isWhole: false).step == 0.05)
  }

  /// For numbers of any size: they lie within, the steps are few, and each is 1, 2 or 5.
  @Test func everyNumberHasAPlaceBetweenTheEnds() {
    for power in -6...15 {
      for factor in [1.0, 1.7, 2, 3.3, 5, 7.9, 9.99] {
        var size = factor
        for _ in 0..<abs(power) { size = power < 0 ? size / 10 : size * 10 }
        let scale = ChartScale(covering: [size, -size / 3], steps: 4, isWhole: false)
        #expect((0...1).contains(scale.place(size)) && (0...1).contains(scale.place(-size / 3)))
        #expect((2...9).contains(scale.ticks.count))
        var step = scale.step
        while step < 0.999 { step *= 10 }
        while step > 9.99 { step /= 10 }
        #expect([1, 2, 5, 10].contains { abs(step - $0) < 0.001 }, "\(scale.step)")
      }
    }
  }

  @Test func anAxisOfMarksWithNumbersEndsWhereTheyEnd() {
    let scale = ChartScale(exactly: [3, 78])
    #expect(scale.place(0) == 0 && scale.place(78) == 1 && scale.place(39) == 0.5)
    #expect(ChartScale(exactly: [-5, 15]).place(0) == 0.25)
    #expect(ChartScale(exactly: [-5]).place(0) == 1)
    #expect(ChartScale(exactly: []).place(0) == 0)
  }

  @Test(arguments: [
    (ChartUnit.whole, 1500.0, 500.0, "1,500"), (.percent, 0.25, 0.05, "25%"),
    (.decimal, 2.5, 0.5, "2.50"), (.decimal, 10, 5, "10"), (.whole, 1e300, 1e300, ""),
  ])
  func anAxisWritesItsNumbers(unit: ChartUnit, number: Double, step: Double, text: String) {
    #expect(unit.text(number, step: step) == text)
  }
}
