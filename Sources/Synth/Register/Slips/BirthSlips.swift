internal import Tables

/// Birth dates that were typed wrong, or guessed.
enum BirthSlips {
  static let all: [Slip] = [
    Slip("birth-swapped", .birth, weight: 12, use: .anywhere) { entry, _ in
      let (year, month, day) = entry.child.birth.civil
      guard day != month, let swapped = Day(year: year, month: day, day: month) else {
        return false
      }
      entry.child.birth = swapped
      return true
    },
    Slip("birth-common-era", .birth, weight: 6) { entry, _ in
      let (year, month, day) = entry.child.birth.civil
      entry[.birthDate] = "\(Digits.padded(day, to: 2))/\(Digits.padded(month, to: 2))/\(year)"
      return true
    },
    Slip("birth-digit", .birth, weight: 14, use: .anywhere) { entry, desk in
      guard let wrong = retyped(entry.child.birth, using: &desk.generator),
        3...22 ~= wrong.years(until: desk.asOf)
      else { return false }
      entry.child.birth = wrong
      return true
    },
    Slip("birth-first-of-january", .birth, weight: 8) { entry, _ in
      let (year, month, day) = entry.child.birth.civil
      guard (month, day) != (1, 1), let first = Day(year: year, month: 1, day: 1) else {
        return false
      }
      entry.child.birth = first
      return true
    },
  ]

  /// The day with one digit of ddmmBBBB changed; nil when there is no such day.
  private static func retyped(_ birth: Day, using generator: inout SeededGenerator) -> Day? {
    let (year, month, day) = birth.civil
    var number = (day * 100 + month) * 10_000 + year + 543
    let power = generator.pick([1, 10, 10_000, 100_000, 1_000_000, 10_000_000])
    let digit = number / power % 10
    number += ((digit + generator.within(1...9)) % 10 - digit) * power
    return Day(
      year: number % 10_000 - 543, month: number / 10_000 % 100, day: number / 1_000_000)
  }
}
