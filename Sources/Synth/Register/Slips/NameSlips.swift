internal import Tables

/// Titles and names that were changed, moved or put into the wrong cell.
enum NameSlips {
  static let all: [Slip] = [
    Slip("title-glued", .title, weight: 8, use: .anywhere) { entry, desk in
      let title = title(of: entry, desk)
      let short = TextForms.abbreviations[title] ?? title
      entry[.firstName] = desk.generator.pick([title, short, title + " "]) + entry[.firstName]
      return true
    },
    Slip("title-abbreviated", .title, weight: 6, use: .anywhere) { entry, desk in
      let title = title(of: entry, desk)
      entry[.title] = TextForms.abbreviations[title] ?? title
      return entry[.title] != title
    },
    Slip("title-moved-on", .title, weight: 6) { entry, desk in
      let places = entry.child.sex == .male ? (0, 2) : (1, 3)
      let titles = [places.0, places.1].map { String(decoding: Words.titles[$0], as: UTF8.self) }
      entry[.title] = titles[title(of: entry, desk) == titles[0] ? 1 : 0]
      return true
    },
    // By deed poll; the number stays.
    Slip("given-name-changed", .names, weight: 10, use: .onlyAlone) { entry, desk in
      let pool = PopularNames.pool(entry.child.home.papers, entry.child.sex)
      entry.child.given = pool.another(than: entry.child.given, using: &desk.generator)
      return true
    },
    Slip("surname-changed", .names, weight: 14, fits: hasSurname) { entry, desk in
      let home = entry.child.home
      var name = home.motherSurname
      if name == home.surname || name == FamilyNames.none {
        name = FamilyNames.pick(
          home.papers, province: desk.province, school: entry.school, using: &desk.generator)
      }
      guard name != home.surname, name != FamilyNames.none else { return false }
      entry[.lastName] = FamilyNames.text(name)
      return true
    },
    Slip("names-swapped", .names, weight: 8, fits: hasSurname) { entry, _ in
      let first = entry[.firstName]
      entry[.firstName] = entry[.lastName]
      entry[.lastName] = first
      return true
    },
    Slip("names-in-one-cell", .names, weight: 6, fits: hasSurname) { entry, _ in
      entry[.firstName] = entry[.firstName] + " " + entry[.lastName]
      entry[.lastName] = "-"
      return true
    },
    Slip(
      "one-name", .names, weight: 60, fits: { hasSurname($0) && $0.child.home.papers != .thai }
    ) { entry, _ in
      entry[.lastName] = "-"
      return true
    },
  ]

  private static func hasSurname(_ entry: Entry) -> Bool {
    entry.child.home.surname != FamilyNames.none
  }

  private static func title(of entry: Entry, _ desk: Desk) -> String {
    let isYoung = entry.child.birth.years(until: desk.asOf) < 15
    let place = entry.child.sex.rawValue + (isYoung ? 0 : 2)
    return String(decoding: Words.titles[place], as: UTF8.self)
  }
}
