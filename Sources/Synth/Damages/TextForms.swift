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
    Damage("title-glued", .repaired) { row, _ in
      row[.firstName] = (abbreviations[row[.title]] ?? "") + row[.firstName]
    },
    Damage("title-glued-in-full", .repaired) { row, _ in
      row[.firstName] = row[.title] + " " + row[.firstName]
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

  private static func holdsSaraAm(_ site: DamageSite) -> Bool {
    var names = site.registration.person.givenName
    Surnames.append(site.registration.person.household.surname, to: &names)
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
