/// Thai text as keyboards and copies leave it, and cells that must be quoted in a text file.
package enum TextForms {
  package static let all: [Damage] = [
    Damage("sara-am-decomposed", .repaired, fits: holdsSaraAm) { row, _ in
      for column in [StudentColumn.firstName, .lastName] {
        row[column] = decomposed(row[column])
      }
    },
    Damage("zero-width-space", .repaired, demand: .unicode) { row, _ in
      row[.firstName] = row[.firstName] + "\u{200B}"
      row[.lastName] = "\u{200B}" + row[.lastName]
    },
    Damage("no-break-space", .repaired) { row, _ in
      row[.firstName] = "\u{A0}" + row[.firstName]
      row[.lastName] = row[.lastName] + "\u{A0}"
    },
    Damage("comma-in-cell", .repaired, demand: .text) { row, _ in
      row[.road] = "ซอย 3, ถนนสุขสันต์"
    },
    Damage("semicolon-in-cell", .repaired, demand: .text) { row, _ in
      row[.road] = "ซอย 3; ถนนสุขสันต์"
    },
    Damage("quotes-in-cell", .repaired, demand: .text) { row, _ in
      row[.road] = "ซอย \"ร่มเย็น\""
    },
    Damage("newline-in-cell", .repaired, demand: .text) { row, _ in
      row[.road] = "ถนนเลียบคลอง\nซอย 2"
    },
  ]

  static let abbreviations = [
    "เด็กชาย": "ด.ช.", "เด็กหญิง": "ด.ญ.", "นาย": "นาย", "นางสาว": "น.ส.",
  ]

  /// A letter in the middle that a wrong encoding destroyed.
  static func broken(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty else { return "\u{FFFD}" }
    scalars[scalars.count / 2] = "\u{FFFD}"
    return String(String.UnicodeScalarView(scalars))
  }

  /// A digit behind a name, a key of the other keyboard, or a tone mark without its letter.
  static func mistyped(_ text: String, using generator: inout SeededGenerator) -> String {
    switch generator.below(3) {
    case 0: text + String(generator.within(1...9))
    case 1: text + "o"
    default: "\u{E48}" + text
    }
  }

  private static func holdsSaraAm(_ site: DamageSite) -> Bool {
    var names = site.registration.person.givenName
    Surnames.append(site.registration.person.surname, to: &names)
    return String(decoding: names, as: UTF8.self).unicodeScalars.contains("\u{E33}")
  }

  /// Nikhahit and sara aa where sara am belongs; a tone mark before it stays before it.
  private static func decomposed(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\u{E33}" {
        scalars.append("\u{E4D}")
        scalars.append("\u{E32}")
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
