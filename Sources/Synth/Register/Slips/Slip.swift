internal import Tables

/// One way in which the second entry of a child differs from the first.
struct Slip: Sendable {
  /// What is touched; one entry gets at most one slip of each.
  enum Part: Sendable { case nothing, identifier, title, spelling, names, birth, parents }

  /// Alone, beside others only, never beside others, or by anybody who fills in a list.
  enum Use: Sendable { case usual, onlyBeside, onlyAlone, anywhere }

  let name: String
  let part: Part
  let weight: Int
  let use: Use
  let fits: @Sendable (Entry) -> Bool
  /// False when it could not be done here.
  let apply: @Sendable (inout Entry, inout Desk) -> Bool

  init(
    _ name: String, _ part: Part, weight: Int, use: Use = .usual,
    fits: @escaping @Sendable (Entry) -> Bool = { _ in true },
    apply: @escaping @Sendable (inout Entry, inout Desk) -> Bool
  ) {
    self.name = name
    self.part = part
    self.weight = weight
    self.use = use
    self.fits = fits
    self.apply = apply
  }
}

/// What a clerk has at hand.
struct Desk: Sendable {
  var generator: SeededGenerator
  var offices: IdentityOffice
  /// Of the school that enters the child.
  var province: Int
  let asOf: Day
}

/// All slips; the first three leave the entry as it is.
enum Slips {
  static let branch = "branch"
  static let boarding = "boarding"

  static let all: [Slip] =
    [
      Slip("id-exact", .nothing, weight: 60, use: .onlyAlone) { _, _ in true },
      Slip(branch, .nothing, weight: 10, use: .onlyAlone) { _, _ in true },
      Slip(boarding, .nothing, weight: 10, use: .onlyAlone) { _, _ in true },
    ] + IdentifierSlips.all + NameSlips.all + SpellingSlips.all + BirthSlips.all + ParentSlips.all

  /// Those that also happen to children who are registered once.
  static let anywhere = all.filter { $0.use == .anywhere }

  /// Does one slip that fits, of the given ones; nil when none could be done.
  static func applyOne(
    of slips: [Slip], to entry: inout Entry, at desk: inout Desk
  ) -> Slip? {
    let fitting = slips.filter { $0.fits(entry) }
    for _ in 0..<12 where !fitting.isEmpty {
      let slip = desk.generator.weighted(fitting.map { ($0.weight, $0) })
      if slip.apply(&entry, &desk) { return slip }
    }
    return nil
  }
}
