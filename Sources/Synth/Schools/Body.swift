/// Weight and height that fit an age, in tenths of a kilogram and of a centimetre.
package enum Body {
  private static let heights = [
    880, 950, 1020, 1090, 1150, 1210, 1270, 1320, 1380, 1440, 1500, 1550, 1590, 1620, 1640, 1650,
    1660, 1665,
  ]
  private static let weights = [
    120, 140, 160, 180, 205, 230, 260, 290, 330, 370, 420, 460, 500, 530, 550, 565, 575, 580,
  ]

  /// A height and the weight that goes with it; the age is counted in completed years.
  package static func throwFor(
    age: Int, using generator: inout SeededGenerator
  ) -> (weight: Int, height: Int) {
    let step = min(max(age - 2, 0), heights.count - 1)
    let tall = generator.scattered(40 + step * 2)
    let height = heights[step] + tall
    let heavy = generator.scattered(weights[step] / 10)
    let weight = weights[step] + weights[step] * tall / 800 + heavy
    return (weight, height)
  }

  /// What a child gains from one term to the next, a third of a year; never nothing.
  package static func gain(
    age: Int, using generator: inout SeededGenerator
  ) -> (weight: Int, height: Int) {
    let step = min(max(age - 2, 0), heights.count - 2)
    let gains = [weights, heights].map { table in
      let yearly = table[step + 1] - table[step]
      return max(1, yearly / 3 + generator.scattered(yearly / 6))
    }
    return (gains[0], gains[1])
  }
}
