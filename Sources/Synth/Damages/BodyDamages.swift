internal import Tables

/// Weights and heights that are not there or cannot be.
package enum BodyDamages {
  package static let all: [Damage] = [
    Damage("weight-height-swapped", .finding(.warning, .weight), fits: canBeSwapped) { row, _ in
      let weight = row[.weight]
      row[.weight] = row[.height]
      row[.height] = weight
    },
    Damage("weight-missing", .finding(.warning, .weight)) { row, generator in
      row[.weight] = generator.chance(perThousand: 500) ? "0" : ""
    },
    Damage("height-missing", .finding(.warning, .height)) { row, generator in
      row[.height] = generator.chance(perThousand: 500) ? "0" : ""
    },
    Damage("weight-unreadable", .finding(.warning, .weight)) { row, generator in
      row[.weight] = generator.pick(["ยังไม่ได้ชั่ง", "\(row[.weight])-\(row[.weight])", "3O"])
    },
    Damage("height-unreadable", .finding(.warning, .height)) { row, generator in
      row[.height] = generator.pick(["ยังไม่ได้วัด", "1 เมตร 20", "12O"])
    },
    Damage("weight-range", .finding(.warning, .weight)) { row, generator in
      row[.weight] = "\(generator.within(1...6)).\(generator.below(10))"
    },
    // The point was left out.
    Damage("weight-range", .finding(.warning, .weight), fits: { $0.registration.weight > 200 }) {
      row, _ in
      row[.weight] = row[.weight].filter { $0 != "." }
    },
    Damage("height-range", .finding(.warning, .height)) { row, _ in
      row[.height] = row[.height].filter { $0 != "." }
    },
    // In metres.
    Damage("height-range", .finding(.warning, .height)) { row, _ in
      row[.height] = "1.\(row.registration.height / 10 % 100)"
    },
  ]

  /// The height, taken for a weight, is still one.
  private static func canBeSwapped(_ site: DamageSite) -> Bool { site.registration.height < 1450 }
}
