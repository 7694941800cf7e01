internal import Tables

/// A child of the register, as the truth knows it.
struct Child: Sendable {
  /// The true number; two rows with one number are one child, whatever the rows say.
  let number: Int
  var identity: Identity
  let sex: Sex
  /// The place of the given name in the pool for the child's sex and papers.
  var given: Int
  var birth: Day
  var home: Home

  var givenName: [UInt8] { PopularNames.pool(home.papers, sex).words[given] }

  var hasGCode: Bool {
    if case .gCode = identity { true } else { false }
  }

  /// Written with zeros in front, as for those without registration status.
  var hasZeroNumber: Bool {
    if case .citizen(let number) = identity { number < 1_000_000_000_000 } else { false }
  }
}

/// Gives out numbers and codes, each once.
struct IdentityOffice: Sendable {
  private var slots = 0
  private var codes = 0
  private let year: Int

  /// The academic year, Buddhist era.
  init(year: Int) { self.year = year }

  /// Identities for the children of one birth; those of twins follow each other.
  mutating func identities(
    _ papers: Household.Papers, province: Int, twins: Bool, using generator: inout SeededGenerator
  ) -> [Identity] {
    let orders = twins ? [false, true] : [false]
    guard papers != .gCode else {
      let issue = (year - generator.below(4)) % 100
      codes += 1
      return orders.map { code(issue: issue, province: province, isSecondTwin: $0) }
    }
    let first =
      papers == .thai
      ? (generator.chance(perThousand: 950) ? 1 : 2) : (generator.chance(perThousand: 500) ? 0 : 7)
    let slot = newSlot()
    return orders.map { .citizen(number(first: first, slot: slot, isSecondTwin: $0)) }
  }

  mutating func newCode(province: Int) -> Identity {
    codes += 1
    return code(issue: year % 100, province: province, isSecondTwin: false)
  }

  /// As a child gets that had a code only.
  mutating func newNumber() -> Identity { .citizen(number(first: 7, slot: newSlot())) }

  /// Scatters neighbours over all slots, so that a mistyped number is hardly ever another child's.
  private mutating func newSlot() -> Int {
    slots += 1
    return slots * 61_803_397 % 150_000_000
  }

  private func number(first: Int, slot: Int, isSecondTwin: Bool = false) -> UInt64 {
    CitizenNumber.make(slot: slot, isSecondTwin: isSecondTwin, first: first)
  }

  /// The serial starts with 9, far above those given out; the last digit is even but for a second twin.
  private func code(issue: Int, province: Int, isSecondTwin: Bool) -> Identity {
    let serial = codes * 1_180_339 % 5_000_000 * 2 + (isSecondTwin ? 1 : 0)
    return .gCode(UInt64((issue * 100 + province) * 100_000_000 + 90_000_000 + serial))
  }
}
